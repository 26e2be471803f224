# Das Spiel. *Sterne* heben Wörter hervor; alles andere ist einfacher Text.

# Fragen: mit den Namen darin höchstens 250 Zeichen. $a und $b sind Städte.
item-year = In welchem Jahr wurden { $a } und { $b } Partnerstädte?
item-decade = In welchem Jahrzehnt wurden { $a } und { $b } Partnerstädte?
item-decade-option = { NUMBER($year, useGrouping: 0) }er-Jahre
item-partner = Welche dieser Städte ist eine Partnerstadt von { $a }?
item-odd = Welche dieser Städte ist keine Partnerstadt von { $a }?
item-country = Wo liegt { $b }, eine Partnerstadt von { $a }?
item-first = Welche dieser Städte ging als erste eine Partnerschaft mit { $a } ein?
item-latest = Welche dieser Städte ging als letzte eine Partnerschaft mit { $a } ein?
item-same-day = Welche Stadt wurde am selben Tag wie { $b } Partnerstadt von { $a }?
item-ended = Welche dieser Partnerschaften ist beendet?
item-shared = Welche Stadt ist eine Partnerstadt sowohl von { $a } als auch von { $b }?
item-say = { $area }: Wie nennt man dort Partnerstädte?
item-word = Wo nennt man Partnerstädte „{ $word }“?
# Die Angabe hinter einer Frage, ohne ihre Quelle: mit den Namen darin höchstens 150 Zeichen.
fact-since = { $a } und { $b } sind Partnerstädte (seit: { $date }).
fact-country = { $b } ({ $country }) und { $a } sind Partnerstädte (seit: { $date }).
fact-odd = { $b } ist in meinen Aufzeichnungen keine Partnerstadt von { $a }; { $c } ist es (seit: { $date }).
fact-same-day = { $b } und { $c } wurden am { $date } Partnerstädte von { $a }.
fact-order = { $b }: { $date }; { $c }: { $other }.
fact-ended = { $a } und { $b } waren { $since ->
    [unknown] Partnerstädte, sind es aber nicht mehr.
   *[other] Partnerstädte (ab: { $since }), sind es aber nicht mehr.
}
fact-shared = { $c } ist Partnerstadt von { $b } (seit: { $date }) und von { $a } (seit: { $other }).
fact-say = { $area }: Dort nennt man Partnerstädte „{ $word }“.
# Die Quelle einer Angabe.
fact-source = Quelle: { $source }

# Worum es in einer Runde geht
about-city = { $city }
about-area = { $area }
about-world = die ganze Welt
about-terms = Wörter für Partnerstädte
about-history = Geschichte der Städtepartnerschaften
# Womit man danach fragt, in Kleinbuchstaben, durch Kommas getrennt. Außerdem, was vor einem Thema
# stehen darf: „über“.
about-words-world = welt, die welt, der welt, ganze welt, die ganze welt, ganzen welt, der ganzen welt, weltweit, alle welt, alles, allem, alle, egal, egal was, irgendwas
about-words-terms = wörter, die wörter, wörtern, den wörtern, woerter, die woerter, worte, die worte, wort, begriffe, die begriffe, begriffen, den begriffen, bezeichnungen, die bezeichnungen, vokabeln, die vokabeln, wortschatz, wörter für partnerstädte, die wörter für partnerstädte
about-words-history = geschichte, die geschichte, der geschichte, historie, die historie, der historie, vergangenheit, die vergangenheit, der vergangenheit, geschichte der städtepartnerschaften, die geschichte der städtepartnerschaften
about-words-lead = über, ueber, zu, zur, zum, von, vom, aus, um, zum thema, thema
level-words-1 = leicht, leichte, leichtes, einfach, einfache, einfaches
level-words-2 = mittel, mittelschwer, mittelschwere, mittlere, normal, normale
level-words-3 = schwer, schwere, schweres, schwierig, schwierige, schwieriges, knifflig

# Eine Runde
round-begins = *Quiz*, Thema: { $subject }. { $count ->
    [one] Eine Frage, { $seconds } Sekunden
   *[other] { $count } Fragen, je { $seconds } Sekunden
}. Alle dürfen antworten.
round-begins-guess = *Namen raten*, Thema: { $subject }. { $count ->
    [one] Ein Name, { $seconds } Sekunden
   *[other] { $count } Namen, je { $seconds } Sekunden
}. Antworte auf meine Frage mit dem Namen. Jeder falsche Name kostet einen Punkt, jeder Buchstabe, den ich zeige, auch.
round-question = { $number }/{ $total } · { $question }
round-skip = Überspringen
round-stop = Beenden
round-over = { $end ->
    [stopped] *Die Runde wurde abgebrochen.*
    [silent] *Drei Fragen hintereinander hat niemand beantwortet, also endet die Runde hier.* Mit /trivia beginnt eine neue.
    [exhausted] *Mehr neue Fragen habe ich dazu gerade nicht, also endet die Runde hier.*
    [failed] *Die Runde endet hier: Telegram hat meine Fragen nicht angenommen.* Bitte versuch es später noch einmal.
   *[played] *Die Runde ist zu Ende.*
}
round-nobody = Niemand hat geantwortet.
round-alone = Wer allein spielt, sammelt keine Punkte für die Bestenlisten.
round-forbidden = Ich kann hier keine Umfragen senden. Bitte einen Admin, sie für alle zu erlauben oder mich zum Admin zu machen; dann geht /trivia.
round-running = Hier läuft schon eine Runde. /stop beendet sie.
round-none = Hier läuft keine Runde. /trivia startet eine.
round-too-old = Das kam, während ich weg war. Bitte schick es noch einmal, wenn du weiterhin spielen willst.
round-not-yours = Das darf nur, wer die Runde gestartet hat oder in der Gruppe Admin ist.
round-starters = In dieser Gruppe starten nur Admins eine Runde.
round-number = Eine Runde hat 1 bis { $most } Fragen.
round-unknown-subject = Was ich zu „{ $text }“ fragen soll, weiß ich nicht. Nenn eine Stadt, ein Land oder einen Kontinent oder sag „Wörter“ oder „Geschichte“.
round-no-facts = Darüber weiß ich zu wenig mit Sicherheit, um Fragen zu stellen: { $subject }.
round-question-over = Diese Frage ist vorbei.

# Einen Namen raten
guess-question = Welche Partnerstadt von { $a } meine ich? Land: { $country }, Partnerschaft seit: { $date }.
guess-letters = { $hint } ({ $count ->
    [one] ein Buchstabe
   *[other] { $count } Buchstaben
})
guess-right = Ja, *{ $name }*! { $points ->
    [one] Ein Punkt
   *[other] { $points } Punkte
} für { $player }.
guess-wrong = Nein, nicht { $name }.
guess-was = Es war *{ $name }*.

# Bestenlisten
board-title = { $season ->
    [week] Diese Woche
    [month] Dieser Monat
   *[all] Insgesamt
}
board-heading = *Bestenliste: { $title }*
board-line = { $rank }. { $name } – { $points ->
    [one] ein Punkt
   *[other] { $points } Punkte
} ({ $right } von { $answers }, { $seconds } s)
board-streak = { $name }: { $count } richtig in Folge
board-empty = Hier hat noch niemand gespielt. Es zählen Runden, bei denen mindestens zwei mitspielen; /trivia startet eine.
board-hidden = { $count ->
    [one] Eine Person wird nicht gezeigt.
   *[other] { $count } Personen werden nicht gezeigt.
}

# Die Frage des Tages und die Jahrestage am Morgen
daily-heading = Frage des Tages
daily-on = Von nun an gibt es jeden Tag um { $time } Uhr ({ $zone }) eine Frage. /daily off beendet das.
daily-off = Die Frage des Tages gibt es nicht mehr.
daily-status = Jeden Tag um { $time } Uhr ({ $zone }) gibt es eine Frage. /daily off beendet das.
daily-none = Hier gibt es keine Frage des Tages. Admins starten sie mit einer Uhrzeit: /daily 09:00 oder /daily 09:00 Europe/Istanbul
daily-result = *Die Frage von gestern:* { $answers ->
    [0] niemand hat geantwortet.
    [one] eine Antwort, { $right } richtig.
   *[other] { $answers } Antworten, { $right } richtig.
}
daily-streaks = Tage in Folge: { $streaks }
daily-streak = { $name } ({ $days })
today-on = Von nun an schreibe ich um { $time } Uhr ({ $zone }) die Jahrestage des Tages, wenn es welche gibt. /today off beendet das.
today-off = Ich schreibe die Jahrestage des Tages nicht mehr.
time-unknown = „{ $text }“ verstehe ich nicht als Uhrzeit. Schreib sie so: 09:00, wenn du willst mit einer Zeitzone: 09:00 Europe/Istanbul
zone-unknown = Eine Zeitzone namens „{ $zone }“ kenne ich nicht. Zeitzonen heißen zum Beispiel Europe/Istanbul, Asia/Tokyo oder UTC.

# Einstellungen
settings-title = *Einstellungen dieses Chats*
settings-language = Sprache: { $value }
settings-seconds = Sekunden pro Frage: { $value }
settings-level = Schwierigkeit: { $value }
settings-starters = Wer eine Runde starten darf: { $value }
settings-daily = Frage des Tages: { $value }
settings-today = Jahrestage am Morgen: { $value }
settings-own-language = für jede Person die eigene
settings-off = aus
settings-back = ‹ Zurück
settings-turn-off = Ausschalten
settings-how-daily = Die Uhrzeit setzt du mit /daily 09:00
settings-how-today = Die Uhrzeit setzt du mit /today 09:00
starters-everyone = alle
starters-administrators = Admins
level-1 = leicht
level-2 = mittel
level-3 = schwer

# Was über einen Menschen gespeichert ist
hide-on = Du stehst jetzt in keinem Chat mehr auf der Bestenliste. /hide bringt dich zurück.
hide-off = Du stehst wieder auf den Bestenlisten.
forget-ask = Soll ich alles löschen, was ich über dich gespeichert habe: deine Antworten und Punkte in allen Chats, deinen Namen, deine Einstellungen? Das lässt sich nicht rückgängig machen.
forget-yes = Ja, löschen
forget-no = Nein
forget-done = Alles, was über dich gespeichert war, ist gelöscht.
forget-kept = Es wurde nichts gelöscht.
forget-not-yours = Dieser Knopf ist für jemand anderen.

# Inline: eine Frage mit Knöpfen in irgendeinem Chat
quiz-words = quiz, trivia, quizfrage, rätsel, raetsel
quiz-description = Eine Frage zum Mitspielen in diesem Chat: { $level }
quiz-right = Richtig! { $fact }
quiz-wrong = Nein: { $right }. { $fact }
quiz-again = Du hast schon geantwortet: { $chosen }. { $fact }
quiz-tally = { $answers ->
    [one] Eine Antwort
   *[other] { $answers } Antworten
}, { $right } richtig.

# Befehle
command-trivia = eine Runde Fragen spielen
command-guess = Namen raten, Buchstabe für Buchstabe
command-skip = die Frage überspringen
command-stop = die Runde beenden
command-board = wer hier die meisten Punkte hat
command-daily = jeden Tag zur gleichen Zeit eine Frage
command-settings = die Einstellungen dieses Chats
command-hide = mich von den Bestenlisten nehmen oder zurückholen
command-forget = alles löschen, was über mich gespeichert ist

# Im Terminal
terminal-answer = Deine Antwort (1 bis { $count }):
terminal-right = Richtig!
terminal-wrong = Nein, richtig ist: { $right }.
terminal-late = Zu spät, richtig war: { $right }.
terminal-you = Du

# Spielanleitung
play-title = So wird gespielt
play = *Quiz* über Partnerstädte: /trivia startet zehn Fragen, /trivia 5 über Deutschland fünf zu einem Thema deiner Wahl. Alle antworten in der Umfrage; mit der Auflösung kommen der Hintergrund und seine Quelle. /guess fragt nach Namen. /skip und /stop darf benutzen, wer die Runde gestartet hat. Schreib in irgendeinem anderen Chat @ und meinen Namen mit dem Wort „Quiz“.
