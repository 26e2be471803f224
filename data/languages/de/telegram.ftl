# Was nur Telegram braucht. Die Beschreibungen der Befehle stehen in messages.ftl.

# Das Profil des Bots, bevor ihm jemand geschrieben hat: höchstens 512 Zeichen.
telegram-description =
    Frag mich nach Partnerstädten: seit wann zwei Städte Partner sind, welche Partner eine Stadt hat, was die Wörter dafür bedeuten und wie alles anfing.

    Zu jeder Angabe gehört eine Quelle. Ich antworte auch in Gruppen (/ask) und in jedem anderen Chat, wenn du meinen Namen und eine Frage schreibst.
# Die kurze Zeile im Profil und in geteilten Links: höchstens 120 Zeichen.
telegram-short-description = Partnerstädte: wer mit wem, seit wann und warum. Jede Angabe mit Quelle.
# Der Knopf über den Ergebnissen, während jemand dem Bot aus einem anderen Chat schreibt.
telegram-inline-help = Was kann ich fragen?
# Ein Bild, eine Sprachnachricht oder ein Sticker in einem privaten Chat.
telegram-only-text = Ich kann nur Worte lesen. Frag mich zum Beispiel nach einer Stadt und ihren Partnern.
# Ein Knopf, dessen Daten der Bot nicht mehr lesen kann.
telegram-stale-button = Dieser Knopf ist veraltet. Bitte frag mich noch einmal.
# Ein Link zum Bot, den er nicht lesen kann; eine Begrüßung folgt.
telegram-stale-link = Dieser Link ist veraltet, aber ich bin da:
# Jemand in einer Gruppe ändert die Heimatstadt, ohne sie zu verwalten.
telegram-administrators-only = Nur wer diese Gruppe verwaltet, kann ihre Einstellungen ändern.
# Jemand will die Heimatstadt eines Chats setzen, in dem der Bot nicht ist.
telegram-not-here = Hier kann ich mir keine Heimatstadt merken. Sag sie mir in unserem privaten Chat oder füge mich dieser Gruppe hinzu.
# Etwas ist im Bot schiefgegangen.
telegram-error = Bei mir ist etwas schiefgegangen, das tut mir leid. Bitte frag mich noch einmal.
