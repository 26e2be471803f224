# The game. *Stars* make words stand out; everything else is plain text.

# Questions: at most 250 characters with the names in them. $a and $b are cities.
item-year = In which year did { $a } and { $b } become partners?
item-decade = In which decade did { $a } and { $b } become partners?
item-decade-option = { NUMBER($year, useGrouping: 0) }s
item-partner = Which of these cities is a partner of { $a }?
item-odd = Which of these cities is not a partner of { $a }?
item-country = Where is { $b }, a partner of { $a }?
item-first = Which of these cities became a partner of { $a } first?
item-latest = Which of these cities became a partner of { $a } last?
item-same-day = Which city became a partner of { $a } on the same day as { $b }?
item-ended = Which of these partnerships has ended?
item-shared = Which city is a partner of both { $a } and { $b }?
item-say = { $area }: what is the word for twin towns there?
item-word = Where do people say “{ $word }” for twin towns?
# The fact behind a question, without its source: at most 150 characters with the names in it.
fact-since = { $a } and { $b }: partners since { $date }.
fact-country = { $b } ({ $country }) and { $a }: partners since { $date }.
fact-odd = { $b } is not among the partners of { $a } in my records; { $c } is, since { $date }.
fact-same-day = { $b } and { $c } became partners of { $a } on { $date }.
fact-order = { $b }: { $date }; { $c }: { $other }.
fact-ended = { $a } and { $b } { $since ->
    [unknown] were partners but no longer are.
   *[other] were partners from { $since } but no longer are.
}
fact-shared = { $c } is a partner of { $b } (since { $date }) and of { $a } (since { $other }).
fact-say = { $area }: twin towns are called “{ $word }” there.
# The source behind a fact.
fact-source = Source: { $source }

# What a round is about
about-city = { $city }
about-area = { $area }
about-world = the whole world
about-terms = the words for twin towns
about-history = the history of twinning
# Words by which people ask for these, in lower case, with commas between them. They are also
# what may stand before a subject: "about".
about-words-world = the world, world, whole world, everything, anything, all
about-words-terms = terms, words, the words, the terms, vocabulary
about-words-history = history, the history, past
about-words-lead = about, on, of
level-words-1 = easy, simple
level-words-2 = medium, normal
level-words-3 = hard, difficult

# A round
round-begins = *Trivia* – { $subject }: { $count ->
    [one] one question, { $seconds } seconds
   *[other] { $count } questions, { $seconds } seconds each
}. Everybody may answer.
round-begins-guess = *Guess* – { $subject }: { $count ->
    [one] one name, { $seconds } seconds
   *[other] { $count } names, { $seconds } seconds each
}. Reply to my question with the name. Every wrong name costs a point, and so does every letter I show.
round-question = { $number }/{ $total } · { $question }
round-skip = Skip
round-stop = Stop
round-over = { $end ->
    [stopped] *The round was stopped.*
    [silent] *Nobody answered three questions in a row, so the round ends here.* /trivia begins another one.
    [exhausted] *I have no more new questions about that for now, so the round ends here.*
    [failed] *The round ends here: Telegram did not take my questions.* Please try again later.
   *[played] *The round is over.*
}
round-nobody = Nobody has answered.
round-alone = A round with one player does not count for the boards.
round-forbidden = I cannot send polls here. Please ask an administrator to let members send polls, or to make me an administrator; then /trivia works.
round-running = A round is being played here already. /stop ends it.
round-none = No round is being played here. /trivia starts one.
round-too-old = That came while I was away. Please send it again if you still want to play.
round-not-yours = Only the person who started the round or an administrator may do that.
round-starters = In this group only administrators start rounds.
round-number = A round has 1 to { $most } questions.
round-unknown-subject = I do not know what to ask about “{ $text }”. Name a city, a country or a continent, or say “words” or “history”.
round-no-facts = I know too little for certain to ask questions about this: { $subject }.
round-question-over = This question is over.

# Guessing a name
guess-question = Which partner of { $a } do I mean? Country: { $country }. Together since { $date }.
guess-letters = { $hint } ({ $count ->
    [one] one letter
   *[other] { $count } letters
})
guess-right = Yes, *{ $name }*! { $points ->
    [one] One point
   *[other] { $points } points
} for { $player }.
guess-wrong = No, not { $name }.
guess-was = It was *{ $name }*.

# Boards
board-title = { $season ->
    [week] This week
    [month] This month
   *[all] All time
}
board-heading = *Board: { $title }*
board-line = { $rank }. { $name } – { $points ->
    [one] one point
   *[other] { $points } points
} ({ $right } of { $answers }, { $seconds } s)
board-streak = { $name }: { $count } right in a row
board-empty = Nobody has played here yet. A round with two or more players counts; /trivia starts one.
board-hidden = { $count ->
    [one] One player is not shown.
   *[other] { $count } players are not shown.
}

# The question of the day, and the anniversaries in the morning
daily-heading = Question of the day
daily-on = From now on there is a question every day at { $time } ({ $zone }). /daily off ends it.
daily-off = There is no question of the day any more.
daily-status = There is a question every day at { $time } ({ $zone }). /daily off ends it.
daily-none = There is no question of the day here. An administrator starts it with a time: /daily 09:00 or /daily 09:00 Europe/Istanbul
daily-result = *Yesterday's question:* { $answers ->
    [0] nobody answered.
    [one] one answer, { $right } right.
   *[other] { $answers } answers, { $right } right.
}
daily-streaks = Days in a row: { $streaks }
daily-streak = { $name } ({ $days })
today-on = From now on I post the anniversaries of the day at { $time } ({ $zone }), where there are any. /today off ends it.
today-off = I no longer post the anniversaries of the day.
time-unknown = I do not understand “{ $text }” as a time. Write it like 09:00, with a time zone if you like: 09:00 Europe/Istanbul
zone-unknown = I know no time zone called “{ $zone }”. Zones are called like Europe/Istanbul, Asia/Tokyo or UTC.

# Settings
settings-title = *Settings of this chat*
settings-language = Language: { $value }
settings-seconds = Seconds per question: { $value }
settings-level = Difficulty: { $value }
settings-starters = Who may start a round: { $value }
settings-daily = Question of the day: { $value }
settings-today = Anniversaries in the morning: { $value }
settings-own-language = each person's own
settings-off = off
settings-back = ‹ Back
settings-turn-off = Turn off
settings-how-daily = Set the time with /daily 09:00
settings-how-today = Set the time with /today 09:00
starters-everyone = everyone
starters-administrators = administrators
level-1 = easy
level-2 = medium
level-3 = hard

# A person's own data
hide-on = You are off the boards of all chats now. /hide brings you back.
hide-off = You are on the boards again.
forget-ask = Shall I delete everything that I have stored about you: your answers and points in all chats, your name, your settings? That cannot be undone.
forget-yes = Yes, delete it
forget-no = No
forget-done = Everything that was stored about you is deleted.
forget-kept = Nothing was deleted.
forget-not-yours = This button is for somebody else.

# Inline: a question with buttons in any chat
quiz-words = quiz, trivia
quiz-description = A question to play in this chat: { $level }
quiz-right = Right! { $fact }
quiz-wrong = No: { $right }. { $fact }
quiz-again = You have answered already: { $chosen }. { $fact }
quiz-tally = { $answers ->
    [one] One answer
   *[other] { $answers } answers
}, { $right } right.

# Commands
command-trivia = play a round of questions
command-guess = guess names letter by letter
command-skip = skip the question
command-stop = end the round
command-board = who has the most points here
command-daily = a question every day at a set time
command-settings = settings of this chat
command-hide = take me off the boards, or back
command-forget = delete all that is stored about me

# In a terminal
terminal-answer = Your answer (1 to { $count }):
terminal-right = Right!
terminal-wrong = No: { $right }.
terminal-late = Too late: it was { $right }.
terminal-you = You

# How to play
play-title = How to play
play = *Trivia* on twin towns: /trivia starts ten questions, /trivia 5 about Germany starts five on a subject of your choice. Everybody answers in the poll; the fact and its source come with the answer. /guess asks for names. /skip and /stop are for whoever started the round. In any other chat type @ and my name with the word “quiz”.
