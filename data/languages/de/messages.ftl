# Was der Bot sagt. *Sterne* heben Wörter hervor; alles andere ist einfacher Text.

sources-label = { $count ->
    [one] Quelle
   *[other] Quellen
}
heading = *{ $text }*

# Zwei Städte
pair-since = *{ $a }* und *{ $b }* sind Partnerstädte seit { $precision ->
    [day] dem *{ $date }*.
   *[other] *{ $date }*.
}
pair-yes = Ja, *{ $a }* und *{ $b }* sind Partnerstädte seit { $precision ->
    [day] dem *{ $date }*.
   *[other] *{ $date }*.
}
pair-years = { $certain ->
    [yes] *{ $a }* und *{ $b }* sind { $years ->
        [0] seit weniger als einem Jahr
        [one] seit *einem Jahr*
       *[other] seit *{ $years } Jahren*
    } Partnerstädte (seit *{ $date }*).
   *[no] *{ $a }* und *{ $b }* sind seit *{ $fewer } oder { $years } Jahren* Partnerstädte (seit *{ $date }*).
}
pair-still = *{ $a }* und *{ $b }* sind weiterhin Partnerstädte, Beginn: *{ $date }*. Ein Ende ist nicht verzeichnet.
ended-heading = *{ $city }*: beendete oder ruhende Partnerschaften
ended-none = In meinen Aufzeichnungen ist keine Partnerschaft von *{ $city }* beendet.
pair-undated = *{ $a }* und *{ $b }* sind als Partner verzeichnet; das Datum ist nicht bekannt.
pair-over = { $status ->
    [suspended] *{ $a }* und *{ $b }* wurden Partnerstädte ({ $since }), doch die Partnerschaft wurde ausgesetzt{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* und *{ $b }* sind keine Partnerstädte mehr: { $since } bis { $end ->
        [unknown] zu einem unbekannten Datum.
       *[other] *{ $end }*.
    }
}
pair-over-undated = { $status ->
    [suspended] Die Partnerschaft von *{ $a }* und *{ $b }* wurde ausgesetzt{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* und *{ $b }* sind keine Partnerstädte mehr{ $end ->
        [unknown] .
       *[other] { " " }(bis *{ $end }*).
    }
} Wann sie begann, ist nicht verzeichnet.
pair-unknown = Eine Partnerschaft zwischen *{ $a }* und *{ $b }* ist in meinen Aufzeichnungen nicht verzeichnet.
only-year = Überliefert ist nur das Jahr.
only-month = Überliefert ist nur der Monat.
disputed = { $source } nennt stattdessen: { $date }.
earlier-tie = { $event ->
    [friendship_city] Schon vorher ist eine Freundschaft verzeichnet: { $date } ({ $source }).
   *[other] Eine Kooperationsvereinbarung ist verzeichnet: { $date } ({ $source }).
}
reach-listed = Meine Aufzeichnungen enthalten die { $count } Partnerschaften von { $city }, bis { $year }. Was darin fehlt, kann es trotzdem geben.
reach = Meine Aufzeichnungen enthalten { $pairs } Partnerschaften von { $places } Orten. Was darin fehlt, kann es trotzdem geben.
why-in-general = Warum eine einzelne Partnerschaft entstand, steht nicht in meinen Aufzeichnungen. Allgemein gilt:

# Wer zuerst
earlier-first = *{ $first }* war zuerst da, vor { $later }.
earlier-same = { $names } haben am selben Tag unterzeichnet.
earlier-unclear = Wer zuerst da war, kann ich nicht sagen: Die überlieferten Daten sind dafür nicht genau genug.

# Listen
list-heading = *{ $heading }*
list-count = { $narrowed ->
    [yes] { $count ->
        [one] Eine von { $all } Partnerschaften:
       *[other] { $count } von { $all } Partnerschaften:
    }
   *[no] { $count ->
        [one] Eine Partnerschaft:
       *[other] { $count } Partnerschaften:
    }
}
list-line = • { $name } – { $date }{ $end ->
    [none] { "" }
   *[other] { " " }(bis { $end })
}
pair-names = { $a } und { $b }
list-line-over = • { $name } – { $date ->
    [none] Datum nicht bekannt
   *[other] { $date }
} ({ $status ->
    [suspended] ruht
   *[ended] beendet
}{ $end ->
    [unknown] )
   *[other] : { $end })
}
list-line-undated = • { $name } – Datum nicht bekannt
list-page = Seite { $page } von { $pages }
list-none = *{ $heading }*: keine Partnerschaft in meinen Aufzeichnungen.
city-unknown = Von *{ $city }* ist in meinen Aufzeichnungen keine Partnerschaft verzeichnet.
outside = ohne { $area }
period-until = bis { $date }
period-since = ab { $date }
count-partners = *{ $heading }*: { $narrowed ->
    [yes] *{ $count }* von { $all } Partnerschaften.
   *[no] { $count ->
        [one] *eine* Partnerschaft.
       *[other] *{ $count }* Partnerschaften.
    }
}
count-area = • { $area }: *{ $count }*
count-together = Zusammen: *{ $count }*
count-countries = { $count ->
    [one] Alle in einem Land.
   *[other] Sie liegen in { $count } Ländern.
}
countries = Die { $partners } Partnerstädte liegen in *{ $count }* { $count ->
    [one] Land
   *[other] Ländern
}:
countries-line = { $names }.
country-count = { $count ->
    [one] { $country }
   *[other] { $country } ({ $count })
}
ranked = { $order ->
    [first] { $number ->
        [1] Die erste verzeichnete Partnerschaft
       *[other] Nummer { $number } der verzeichneten Partnerschaften, von der ersten an gezählt
    }
   *[latest] { $number ->
        [1] Die neueste verzeichnete Partnerschaft
       *[other] Nummer { $number } der verzeichneten Partnerschaften, von der neuesten an gezählt
    }
} ({ $heading }): *{ $name }*, *{ $date }*.
ranked-several = { $order ->
    [first] *{ $heading }*: die ältesten, die verzeichnet sind
   *[latest] *{ $heading }*: die neuesten, die verzeichnet sind
}
ranked-too-far = *{ $heading }*: Es gibt nur { $count } datierte Partnerschaften, also keine Nummer { $number }.
ranked-same-day = Am selben Tag: { $names }.
ranked-order-unclear = Die Reihenfolge gegenüber { $names } ist nicht sicher: Überliefert ist nur das Jahr.
same-day = { $count ->
    [0] Am selben Tag: sonst niemand.
   *[other] Am selben Tag: *{ $names }*.
}
same-year = { $count ->
    [0] Im selben Jahr ({ $year }): sonst niemand.
   *[other] Im selben Jahr ({ $year }) auch: { $names }.
}
same-days = *Am selben Tag unterzeichnet*
same-years = *Im selben Jahr*
same-days-line = • { $date }: { $names }
name-date = { $name } ({ $date })

# Der Kalender
anniversaries = { $count ->
    [0] *{ $period }*: kein Jahrestag von { $city } in meinen Aufzeichnungen.
    [one] *{ $period }*: ein Jahrestag von { $city }
   *[other] *{ $period }*: { $count } Jahrestage von { $city }
}
anniversary-line = • { $name } – { $date } ({ $years ->
    [0] heute
    [one] der erste Jahrestag
   *[other] { $years } Jahre
})
anniversary-next = Der nächste:
anniversary-in-days = { $days ->
    [0] *Heute, { $date }:*
    [one] Der nächste Jahrestag ist morgen, *{ $date }*:
   *[other] Der nächste Jahrestag ist in { $days } Tagen, am *{ $date }*:
}

# Orte
city-summary = In meinen Aufzeichnungen: *{ $count } { $count ->
    [one] Partnerstadt
   *[other] Partnerstädte
}* in { $countries } { $countries ->
    [one] Land
   *[other] Ländern
}.
city-first = Die erste: { $line }
city-latest = Die neueste: { $line }
known-as = Unterzeichnet unter dem Namen { $name }.

# Begriffe und Geschichte
overview-term = *Wörter für Partnerstädte*
overview-term-title = Wörter für Partnerstädte
overview-history = *Wie die Städtepartnerschaften entstanden*
overview-history-title = Wie die Städtepartnerschaften entstanden
overview-line = • *{ $title }*: { $short }
say-unknown = Wie man dort sagt ({ $area }), steht nicht in meinen Aufzeichnungen.
note = Andere Quellen weichen ab: { $text } ({ $sources })

# Gespräch
help-title = Was du fragen kannst
help = *Frag mich nach Partnerstädten und Städtepartnerschaften*, in deinen eigenen Worten:
help-line = • { $example }
help-example-1 = Seit wann sind Istanbul und Venedig Partnerstädte?
help-example-2 = Ist Berlin eine Partnerstadt von Istanbul?
help-example-3 = Welche deutschen Städte sind dabei?
help-example-4 = Wer kam in den 90er-Jahren dazu?
help-example-5 = Wer war zuerst da, Kairo oder Lahore?
help-example-6 = Was geschah am 17. November?
help-example-7 = Wie sagen die Franzosen dazu?
help-example-8 = Wie fing alles an?
help-commands = *Befehle*
help-command = /{ $name } – { $use }
greeting-title = Hallo
greeting = Hallo! Ich kenne mich mit Partnerstädten aus: seit wann zwei Städte Partner sind, welche Partner eine Stadt hat, was die Wörter bedeuten und wie alles anfing. Frag mich zum Beispiel: Seit wann sind { $city } und Venedig Partnerstädte?
thanks-title = Gern geschehen
thanks = Gern geschehen! Frag mich jederzeit wieder.
identity-title = Wer ich bin
identity = Ich bin ein *Bot, der sich mit Partnerstädten auskennt*. Ich lese Fragen in ganz normalen Worten, antworte aus meinen Aufzeichnungen und nenne zu jeder Angabe eine Quelle. Ich bin kein Mensch, und ich rate nicht: Wovon ich nichts verzeichnet habe, das sage ich auch.
privacy-title = Datenschutz
privacy = *Was ich behalte:* zu einem Chat seine Einstellungen und die Runden, die dort gespielt wurden; zu einem Mitspieler den Namen, die Antworten und die Punkte. /hide nimmt dich von den Ranglisten, /forget löscht alles, was über dich gespeichert ist. Deine letzte Frage bleibt zehn Minuten im Arbeitsspeicher, damit du nachfragen kannst; aufgeschrieben wird sie nie. Ich protokolliere keine Texte und gebe nichts weiter.
sources-title = Quellen
sources-of-that = Das stammt von hier:
sources-state = Meine Aufzeichnungen enthalten { $claims } Angaben über { $pairs } Partnerschaften aus { $sources } Quellen (Stand: { $date }). Jede Antwort nennt ihre eigene.
credits = Ortsnamen: GeoNames (CC BY 4.0). Ländernamen, Datums- und Zahlenformate: Unicode CLDR. Häufige Wörter: wordfreq (CC BY-SA 4.0).
certainty-title = Wie sicher das ist
certainty = Ich sage nur, was eine Quelle sagt, so genau, wie sie es sagt, und ich nenne die Quelle. Wo Quellen voneinander abweichen, sage ich es. Was in meinen Aufzeichnungen fehlt, kann es trotzdem geben. Wenn du einen Fehler findest, sag bitte denen Bescheid, die mich betreiben.
certainty-pair = *{ $name }:* { $agreeing ->
    [one] eine Quelle nennt dieses Datum
   *[other] { $agreeing } Quellen nennen dieses Datum
}, { $differing ->
    [0] keine weicht ab.
    [one] eine weicht ab.
   *[other] { $differing } weichen ab.
}
coverage-title = Was ich weiß
coverage = Meine Aufzeichnungen enthalten { $claims } Angaben aus { $sources } Quellen: { $pairs } Partnerschaften von { $places } Orten.
home-title = Heimatstadt
home = Die Heimatstadt ist hier *{ $city }*: Wenn du nur eine Stadt nennst, nehme ich diese als die andere. Mit /home und einem Namen änderst du sie, zum Beispiel: /home Ankara
home-set = Die Heimatstadt ist jetzt *{ $city }*.
unknown_place-title = Diesen Ort kenne ich nicht
unknown_place = Einen Ort namens *{ $name }* kenne ich nicht. Ich kenne die Länder und die Städte der Welt ab 15.000 Einwohnern; ist er so geschrieben?
which_place-title = Welches { $name }?
which_place = Welches *{ $name }* meinst du?
which_place-doubtful = { $count ->
    [one] Einen Ort namens *{ $name }* kenne ich nicht. Hast du diesen gemeint?
   *[other] Einen Ort namens *{ $name }* kenne ich nicht. Hast du einen von diesen gemeint?
}
which_place-line = • { $place }
off_topic-title = Nicht mein Thema
off_topic = Das ist nicht mein Thema: Ich kenne mich nur mit Partnerstädten aus.
unclear-title = Das habe ich nicht verstanden
unclear = Das habe ich nicht verstanden. Frag mich nach einer Stadt und ihren Partnern, zum Beispiel: Seit wann sind { $city } und Berlin Partnerstädte?
read-as = { $typed } habe ich als *{ $name }* gelesen.
not-on-record = „{ $condition }“ steht nicht in meinen Aufzeichnungen; hier also ohne diese Bedingung.

# Auswahl
choice-how-long = Wie lange schon?
choice-list = Alle Partnerstädte
choice-terms = Begriffe
choice-history = Geschichte
choice-today = Heute
choice-another = Noch etwas
choice-following = Und der nächste?
choice-previous-page = ‹ Seite { $page }
choice-next-page = Seite { $page } ›

# Befehle
command-ask = alles über Partnerstädte fragen
command-city = eine Stadt und ihre Partnerstädte
command-today = die Jahrestage von heute
command-random = etwas Wissenswertes, zufällig ausgewählt
command-terms = die Wörter für Partnerstädte
command-history = wie die Städtepartnerschaften entstanden
command-home = die Stadt, die gemeint ist, wenn du nur eine nennst
command-language = die Sprache meiner Antworten hier
command-sources = woher die Angaben stammen
command-privacy = was gespeichert wird
command-help = was du fragen kannst
command-start = hallo sagen

# The language of a chat
language-title = Sprache
language = Ich antworte in der Sprache der Frage. Wo die nicht zu erkennen ist, antworte ich hier auf *{ $language }*. Eine andere:
language-set = Wo eine Frage ihre Sprache nicht verrät, antworte ich hier von nun an auf Deutsch.

# Alle Partnerschaften: Ketten, Gemeinsames, die meisten und die ältesten
date-unknown = Datum nicht überliefert
chain-title = { $a } → { $b }
chain = *{ $a }* und *{ $b }* sind { $steps } Partnerschaften voneinander entfernt:
chain-none = In meinen Aufzeichnungen führt keine Kette von Partnerschaften von *{ $a }* nach *{ $b }*.
shared = *{ $a }* und *{ $b }* haben { $count ->
    [one] eine Partnerstadt
   *[other] { $count } Partnerstädte
} gemeinsam:
shared-none = *{ $a }* und *{ $b }* haben in meinen Aufzeichnungen keine gemeinsame Partnerstadt.
shared-line = • { $name } – { $a }: { $since_a }; { $b }: { $since_b }
hubs-title = Die Städte mit den meisten Partnern
hubs-line = • { $name } – { $count ->
    [one] eine Partnerstadt
   *[other] { $count } Partnerstädte
}
oldest-title = Die ältesten Partnerschaften
between-title = Partnerschaften
between = { $count ->
    [one] Eine Partnerschaft
   *[other] { $count } Partnerschaften
} von { $places } Orten in meinen Aufzeichnungen:
choice-chain = Wie hängen sie zusammen?
choice-hubs = Die meisten Partner

# Lighter ties, and what is not known to stand
only-tie = Belegt ist { $event ->
    [friendship_city] eine Freundschaft, keine
   *[cooperation] eine Kooperationsvereinbarung, keine
} volle Partnerschaft.
status-unknown = Ob sie noch besteht, ist nicht belegt.
line-tie = ({ $event ->
    [friendship_city] Freundschaft
   *[cooperation] Kooperation
})
