# What only Telegram needs. The descriptions of the commands stand in messages.ftl.

# The profile of the bot, before anybody has written to it: at most 512 characters.
telegram-description =
    Ask me about sister cities and twin towns: when two cities became partners, which partners a city has, what the words for it mean and how it all began.

    Every fact comes with its source. I also answer in groups (/ask) and, from any chat, to my name and a question.
# The short line on the profile and in shared links: at most 120 characters.
telegram-short-description = Sister cities and twin towns: who, since when and why. Every fact with its source.
# The button over the results while somebody types to the bot from another chat.
telegram-inline-help = What can I ask?
# A picture, a voice message or a sticker in a private chat.
telegram-only-text = I can read only words. Ask me about a city and its partners, for example.
# A button whose data the bot cannot read any more.
telegram-stale-button = This button is out of date. Please ask me again.
# A link to the bot that it cannot read; a greeting follows.
telegram-stale-link = That link is out of date, but I am here:
# Somebody in a group changes a setting without being an administrator.
telegram-administrators-only = Only an administrator of this group can change its settings.
# Somebody tries to set the home city of a chat that the bot is not in.
telegram-not-here = I cannot keep a home city here. Tell me in our private chat, or add me to this group.
# Something went wrong inside the bot.
telegram-error = Something went wrong on my side, and I am sorry. Please ask me again.
