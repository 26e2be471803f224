# What only Telegram needs. The descriptions of the commands stand in messages.ftl.

# The profile of the bot, before anybody has written to it: at most 512 characters.
telegram-description =
    Chiedimi delle città gemellate: da quando due città sono gemellate, quali gemellaggi ha una città, che cosa significano le parole e come è cominciato tutto.

    Ogni fatto ha la sua fonte. Rispondo anche nei gruppi (/ask) e, da qualsiasi chat, al mio nome seguito da una domanda.
# The short line on the profile and in shared links: at most 120 characters.
telegram-short-description = Città gemellate: quali, da quando e perché. Ogni fatto con la sua fonte.
# The button over the results while somebody types to the bot from another chat.
telegram-inline-help = Che cosa posso chiedere?
# A picture, a voice message or a sticker in a private chat.
telegram-only-text = So leggere solo le parole. Chiedimi, per esempio, di una città e dei suoi gemellaggi.
# A button whose data the bot cannot read any more.
telegram-stale-button = Questo pulsante non è più valido. Chiedimelo di nuovo, per favore.
# A link to the bot that it cannot read; a greeting follows.
telegram-stale-link = Quel link non è più valido, ma eccomi qui:
# Somebody in a group changes the home city without being an administrator.
telegram-administrators-only = Solo un amministratore di questo gruppo può cambiarne le impostazioni.
# Somebody tries to set the home city of a chat that the bot is not in.
telegram-not-here = Qui non posso memorizzare una città di casa. Dimmela nella nostra chat privata oppure aggiungimi a questo gruppo.
# Something went wrong inside the bot.
telegram-error = Qualcosa è andato storto da parte mia, mi dispiace. Riprova a chiedermelo, per favore.
