# What the bot says. *Stars* make words stand out; everything else is plain text.

sources-label = { $count ->
    [one] Source
   *[other] Sources
}
heading = *{ $text }*

# A pair of cities
pair-since = *{ $a }* and *{ $b }* have been partners since *{ $date }*.
pair-yes = Yes, *{ $a }* and *{ $b }* have been partners since *{ $date }*.
pair-years = { $certain ->
    [yes] *{ $a }* and *{ $b }* have been partners for { $years ->
        [0] less than a year
        [one] *one year*
       *[other] *{ $years } years*
    }, since *{ $date }*.
   *[no] *{ $a }* and *{ $b }* have been partners for *{ $fewer } or { $years } years*, since *{ $date }*.
}
pair-still = *{ $a }* and *{ $b }* are still partners, since *{ $date }*. No end is on record.
ended-heading = *{ $city }*: partnerships that have ended or are suspended
ended-none = No partnership of *{ $city }* in my records has ended.
pair-undated = *{ $a }* and *{ $b }* are listed as partners; the date is not on record.
pair-over = { $status ->
    [suspended] *{ $a }* and *{ $b }* became partners { $precision ->
        [day] on
       *[other] in
    } { $since }, but the partnership was suspended{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* and *{ $b }* are no longer partners: { $since } to { $end ->
        [unknown] an unknown date.
       *[other] *{ $end }*.
    }
}
pair-over-undated = { $status ->
    [suspended] The partnership of *{ $a }* and *{ $b }* was suspended{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* and *{ $b }* are no longer partners{ $end ->
        [unknown] .
       *[other] { " " }(until *{ $end }*).
    }
} When it began is not on record.
pair-unknown = A partnership of *{ $a }* and *{ $b }* is not in my records.
only-year = Only the year is on record.
only-month = Only the month is on record.
disputed = { $source } gives { $date } instead.
earlier-tie = { $event ->
    [friendship_city] A friendship is on record for { $date } ({ $source }).
   *[other] A cooperation agreement is on record for { $date } ({ $source }).
}
reach-listed = My records hold the { $count } partnerships of { $city }, up to { $year }. What is not in them may still exist.
reach = My records hold { $pairs } partnerships of { $places } places. What is not in them may still exist.
why-in-general = My records do not give the reason for a single partnership. In general:

# Which came first
earlier-first = *{ $first }* came first, before { $later }.
earlier-same = { $names } signed on the very same day.
earlier-unclear = Which came first I cannot tell: the dates on record are not precise enough.

# Lists
list-heading = *{ $heading }*
list-count = { $narrowed ->
    [yes] { $count ->
        [one] One of { $all } partnerships:
       *[other] { $count } of { $all } partnerships:
    }
   *[no] { $count ->
        [one] One partnership:
       *[other] { $count } partnerships:
    }
}
list-line = • { $name } – { $date }{ $end ->
    [none] { "" }
   *[other] { " " }(until { $end })
}
pair-names = { $a } and { $b }
list-line-over = • { $name } – { $date ->
    [none] date not on record
   *[other] { $date }
} ({ $status ->
    [suspended] suspended
   *[ended] ended
}{ $end ->
    [unknown] )
   *[other] : { $end })
}
list-line-undated = • { $name } – date not on record
list-page = Page { $page } of { $pages }
list-none = *{ $heading }*: no partnership in my records.
city-unknown = No partnership of *{ $city }* is in my records.
outside = not { $area }
period-until = up to { $date }
period-since = from { $date }
count-partners = *{ $heading }*: { $narrowed ->
    [yes] *{ $count }* of { $all } partnerships.
   *[no] { $count ->
        [one] *one* partnership.
       *[other] *{ $count }* partnerships.
    }
}
count-area = • { $area }: *{ $count }*
count-together = Together: *{ $count }*
count-countries = { $count ->
    [one] All in one country.
   *[other] They are in { $count } countries.
}
countries = The { $partners } partners are in *{ $count }* { $count ->
    [one] country
   *[other] countries
}:
countries-line = { $names }.
country-count = { $count ->
    [one] { $country }
   *[other] { $country } ({ $count })
}
ranked = { $order ->
    [first] { $number ->
        [1] The first on record
       *[other] Number { $number } on record, counted from the first,
    }
   *[latest] { $number ->
        [1] The latest on record
       *[other] Number { $number } on record, counted from the latest,
    }
} ({ $heading }): *{ $name }*, *{ $date }*.
ranked-several = { $order ->
    [first] *{ $heading }*: the earliest on record
   *[latest] *{ $heading }*: the latest on record
}
ranked-too-far = *{ $heading }*: there are only { $count } dated partnerships, so none is number { $number }.
ranked-same-day = On the very same day: { $names }.
ranked-order-unclear = The order with { $names } is not certain: only the year is on record.
same-day = { $count ->
    [0] On the very same day: none other.
   *[other] On the very same day: *{ $names }*.
}
same-year = { $count ->
    [0] In { $year } also: none other.
   *[other] In { $year } also: { $names }.
}
same-days = *Signed on the same day*
same-years = *In the same year*
same-days-line = • { $date }: { $names }
name-date = { $name } ({ $date })

# The calendar
anniversaries = { $count ->
    [0] *{ $period }*: no anniversary of { $city } in my records.
    [one] *{ $period }*: one anniversary of { $city }
   *[other] *{ $period }*: { $count } anniversaries of { $city }
}
anniversary-line = • { $name } – { $date } ({ $years ->
    [0] today
    [one] the first anniversary
   *[other] { $years } years
})
anniversary-next = The next one:
anniversary-in-days = { $days ->
    [0] *Today, { $date }:*
    [one] The next anniversary is tomorrow, *{ $date }*:
   *[other] The next anniversary is in { $days } days, on *{ $date }*:
}

# Places
city-summary = *{ $count } partners* in { $countries } { $countries ->
    [one] country
   *[other] countries
} are in my records.
city-first = First: { $line }
city-latest = Latest: { $line }
known-as = Signed as { $name }.

# Terms and history
overview-term = *Words for twin towns*
overview-term-title = Words for twin towns
overview-history = *How twinning came about*
overview-history-title = How twinning came about
overview-line = • *{ $title }*: { $short }
say-unknown = How it is said in { $area } is not in my records.
note = Others differ: { $text } ({ $sources })

# Talk
help-title = What you can ask
help = *Ask me about sister cities and twin towns*, in your own words:
help-line = • { $example }
help-example-1 = When did Istanbul twin with Venice?
help-example-2 = Is Berlin twinned with Istanbul?
help-example-3 = Which German cities are partners?
help-example-4 = Who twinned in the 90s?
help-example-5 = Which came first, Cairo or Lahore?
help-example-6 = What happened on 17 November?
help-example-7 = How do the French say it?
help-example-8 = How did twinning begin?
help-commands = *Commands*
help-command = /{ $name } – { $use }
greeting-title = Hello
greeting = Hello! I know sister cities and twin towns: since when two cities are partners, who a city's partners are, what the words mean and how it all began. Ask me, for example: When did { $city } twin with Venice?
thanks-title = You are welcome
thanks = You are welcome! Ask me another whenever you like.
identity-title = Who I am
identity = I am a *bot that knows sister cities and twin towns*. I read questions in plain words, answer from my records and name a source for every fact. I am no person and I do not guess: what I have no record of, I say so.
privacy-title = Privacy
privacy = *What I keep:* of a chat its settings, and the rounds that were played there; of a player the name, the answers and the points. /hide takes you off the boards, /forget deletes all that is stored about you. Your last question stays in memory for ten minutes, so that you can ask on; it is never written down. I log no texts and share nothing.
sources-title = Sources
sources-of-that = That is from:
sources-state = My records hold { $claims } claims about { $pairs } partnerships from { $sources } sources, as of { $date }. Every answer names its own.
credits = Place names: GeoNames (CC BY 4.0). Names of countries, dates and numbers: Unicode CLDR. Common words: wordfreq (CC BY-SA 4.0).
certainty-title = How sure that is
certainty = I say only what a source says, as precisely as it says it, and I name the source. Where sources differ, I say so. What is not in my records may still exist. Please tell the people who run me if you find a mistake.
certainty-pair = *{ $name }:* { $agreeing ->
    [one] one source gives this date
   *[other] { $agreeing } sources give this date
}, { $differing ->
    [0] none differs.
    [one] one differs.
   *[other] { $differing } differ.
}
coverage-title = What I know
coverage = My records hold { $claims } claims from { $sources } sources: { $pairs } partnerships of { $places } places.
home-title = Home city
home = The home city here is *{ $city }*: where you name one city only, I take it to be the other. Change it with /home and a name, for example: /home Ankara
home-set = The home city is *{ $city }* now.
unknown_place-title = No such place
unknown_place = I know no place called *{ $name }*. I know countries and the world's cities from 15,000 people on; is it spelled like that?
which_place-title = Which { $name }?
which_place = Which *{ $name }* do you mean?
which_place-doubtful = { $count ->
    [one] I know no place called *{ $name }*. Did you mean this one?
   *[other] I know no place called *{ $name }*. Did you mean one of these?
}
which_place-line = • { $place }
off_topic-title = Not my subject
off_topic = That is not my subject: I only know sister cities and twin towns.
unclear-title = I did not understand
unclear = I did not understand that. Ask me about a city and its partners, for example: When did { $city } twin with Berlin?
read-as = I read { $typed } as *{ $name }*.
not-on-record = I cannot tell “{ $condition }” from my records, so this is without it.

# Choices
choice-how-long = How long?
choice-list = All partners
choice-terms = Words
choice-history = History
choice-today = Today
choice-another = Another one
choice-following = And the next?
choice-previous-page = ‹ Page { $page }
choice-next-page = Page { $page } ›

# Commands
command-ask = ask anything about twin towns
command-city = a city and its partners
command-today = anniversaries of today
command-random = something to know, by chance
command-terms = the words for twin towns
command-history = how twinning came about
command-home = the city that is meant where you name only one
command-language = the language of my answers here
command-sources = where the facts are from
command-privacy = what is stored
command-help = what you can ask
command-start = say hello

# The language of a chat
language-title = Language
language = I answer in the language of the question. Where that cannot be told, I answer in *{ $language }* here. Another one:
language-set = Where a question does not tell its language, I answer in English here from now on.

# All partnerships on record: chains, what is shared, the most and the oldest
date-unknown = date not on record
chain-title = { $a } → { $b }
chain = *{ $a }* and *{ $b }* are { $steps } partnerships apart:
chain-none = No chain of partnerships in my records leads from *{ $a }* to *{ $b }*.
shared = *{ $a }* and *{ $b }* share { $count ->
    [one] one partner
   *[other] { $count } partners
}:
shared-none = *{ $a }* and *{ $b }* have no partner in common in my records.
shared-line = • { $name } – { $a }: { $since_a }; { $b }: { $since_b }
hubs-title = The most connected cities
hubs-line = • { $name } – { $count ->
    [one] one partner
   *[other] { $count } partners
}
oldest-title = The oldest partnerships
between-title = Partnerships
between = { $count ->
    [one] One partnership
   *[other] { $count } partnerships
} of { $places } places are in my records:
choice-chain = How are they connected?
choice-hubs = The most connected

# Lighter ties, and what is not known to stand
only-tie = It is on record as { $event ->
    [friendship_city] a friendship, not
   *[cooperation] an agreement on cooperation, not
} a full partnership.
status-unknown = Whether it still stands is not on record.
line-tie = ({ $event ->
    [friendship_city] friendship
   *[cooperation] cooperation
})
