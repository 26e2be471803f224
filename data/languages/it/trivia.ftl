# The game. *Stars* make words stand out; everything else is plain text.
# Names come as they are, without an article: none stands after di, a, da, in or su.

# Questions: at most 250 characters with the names in them. $a and $b are cities.
item-year = In quale anno si sono gemellate { $a } e { $b }?
item-decade = In quale decennio si sono gemellate { $a } e { $b }?
item-decade-option = anni { NUMBER($year, useGrouping: 0) }
item-partner = Quale di queste città è gemellata con { $a }?
item-odd = Quale di queste città non è gemellata con { $a }?
item-country = In quale Paese si trova { $b }, città gemellata con { $a }?
item-first = Quale di queste città si è gemellata per prima con { $a }?
item-latest = Quale di queste città si è gemellata per ultima con { $a }?
item-same-day = Quale città si è gemellata con { $a } lo stesso giorno in cui l'ha fatto { $b }?
item-ended = Quale di questi gemellaggi si è concluso?
item-shared = Quale città è gemellata sia con { $a } sia con { $b }?
item-say = { $area }: come si chiamano lì le città gemellate?
item-word = Dove le città gemellate si chiamano «{ $word }»?
# The fact behind a question, without its source: at most 150 characters with the names in it.
fact-since = { $a } è gemellata con { $b } (data: { $date }).
fact-country = { $b } ({ $country }) è gemellata con { $a } (data: { $date }).
fact-odd = Nei miei dati { $b } non risulta gemellata con { $a }; { $c } sì (data: { $date }).
fact-same-day = { $b } e { $c } si sono gemellate con { $a } lo stesso giorno: { $date }.
fact-order = { $b }: { $date }; { $c }: { $other }.
fact-ended = { $a } è stata gemellata { $since ->
    [unknown] con { $b }, ma non lo è più.
   *[other] con { $b } (data: { $since }), ma non lo è più.
}
fact-shared = { $c } è gemellata con { $b } (data: { $date }) e con { $a } (data: { $other }).
fact-say = { $area }: lì le città gemellate si chiamano «{ $word }».
# The source behind a fact.
fact-source = Fonte: { $source }

# What a round is about
about-city = { $city }
about-area = { $area }
about-world = il mondo intero
about-terms = le parole per dire «città gemellate»
about-history = la storia dei gemellaggi
# Words by which people ask for these, in lower case, with commas between them. They are also
# what may stand before a subject: "su".
about-words-world = mondo, il mondo, mondo intero, il mondo intero, tutto il mondo, tutto, di tutto, qualsiasi cosa, qualunque cosa
about-words-terms = parole, le parole, parola, termini, i termini, vocabolario, il vocabolario, lessico, il lessico, terminologia, la terminologia
about-words-history = storia, la storia, passato, il passato, origini, le origini
about-words-lead = su, sul, sullo, sulla, sull', sui, sugli, sulle, di, del, dello, della, dell', dei, degli, delle, riguardo a
level-words-1 = facile, facili, semplice, semplici
level-words-2 = medio, media, medi, medie, intermedio, intermedia, normale, normali
level-words-3 = difficile, difficili, duro, dura, complicato, complicata

# A round
round-begins = *Trivia* – tema: { $subject }. { $count ->
    [one] Una domanda, { $seconds } secondi
   *[other] { $count } domande, { $seconds } secondi ciascuna
}. Possono rispondere tutti.
round-begins-guess = *Indovina* – tema: { $subject }. { $count ->
    [one] Un nome, { $seconds } secondi
   *[other] { $count } nomi, { $seconds } secondi ciascuno
}. Rispondi alla mia domanda con il nome. Ogni nome sbagliato costa un punto, e così ogni lettera che mostro.
round-question = { $number }/{ $total } · { $question }
round-skip = Salta
round-stop = Termina
round-over = { $end ->
    [stopped] *La partita è stata interrotta.*
    [silent] *Nessuno ha risposto a tre domande di fila, perciò la partita finisce qui.* Con /trivia ne comincia un'altra.
    [exhausted] *Per ora non ho altre domande nuove su questo tema, perciò la partita finisce qui.*
    [failed] *La partita finisce qui: Telegram non ha accettato le mie domande.* Riprova più tardi, per favore.
   *[played] *La partita è finita.*
}
round-nobody = Non ha risposto nessuno.
round-alone = Una partita con un solo giocatore non vale per la classifica.
round-forbidden = Qui non posso inviare sondaggi. Chiedi a un amministratore di permettere ai membri di inviarli o di nominarmi amministratore; poi /trivia funzionerà.
round-running = Qui è già in corso una partita. /stop la termina.
round-none = Qui non è in corso nessuna partita. /trivia ne avvia una.
round-too-old = Il messaggio è arrivato mentre non c'ero. Invialo di nuovo se vuoi ancora giocare.
round-not-yours = Può farlo solo chi ha avviato la partita o un amministratore.
round-starters = In questo gruppo solo gli amministratori possono avviare una partita.
round-number = Una partita ha da 1 a { $most } domande.
round-unknown-subject = Non so che cosa chiedere su «{ $text }». Nomina una città, un Paese o un continente, oppure scrivi «parole» o «storia».
round-no-facts = Ciò che so con certezza è troppo poco per fare domande su questo tema: { $subject }.
round-question-over = Questa domanda è già chiusa.

# Guessing a name
guess-question = A quale città gemellata con { $a } sto pensando? Paese: { $country }. Data del gemellaggio: { $date }.
guess-letters = { $hint } ({ $count ->
    [one] una lettera
   *[other] { $count } lettere
})
guess-right = Sì, *{ $name }*! { $points ->
    [one] Un punto
   *[other] { $points } punti
} per { $player }.
guess-wrong = No, non è { $name }.
guess-was = Era *{ $name }*.

# Boards
board-title = { $season ->
    [week] Questa settimana
    [month] Questo mese
   *[all] Da sempre
}
board-heading = *Classifica: { $title }*
board-line = { $rank }. { $name } – { $points ->
    [one] un punto
   *[other] { $points } punti
} ({ $right } su { $answers }, { $seconds } s)
board-streak = { $name }: { $count ->
    [one] una risposta giusta
   *[other] { $count } risposte giuste di fila
}
board-empty = Qui non ha ancora giocato nessuno. Valgono le partite con almeno due giocatori; /trivia ne avvia una.
board-hidden = { $count ->
    [one] Un giocatore non compare.
   *[other] { $count } giocatori non compaiono.
}

# The question of the day, and the anniversaries in the morning
daily-heading = La domanda del giorno
daily-on = D'ora in poi ci sarà una domanda ogni giorno alle { $time } ({ $zone }). /daily off la disattiva.
daily-off = La domanda del giorno non c'è più.
daily-status = C'è una domanda ogni giorno alle { $time } ({ $zone }). /daily off la disattiva.
daily-none = Qui non c'è una domanda del giorno. Un amministratore la attiva con un'ora: /daily 09:00 oppure /daily 09:00 Europe/Istanbul
daily-result = *La domanda di ieri:* { $answers ->
    [0] non ha risposto nessuno.
    [one] una risposta, { $right ->
        [one] una giusta
       *[other] { $right } giuste
    }.
   *[other] { $answers } risposte, { $right ->
        [one] una giusta
       *[other] { $right } giuste
    }.
}
daily-streaks = Giorni di fila: { $streaks }
daily-streak = { $name } ({ $days })
today-on = D'ora in poi pubblico gli anniversari del giorno alle { $time } ({ $zone }), quando ce ne sono. /today off li disattiva.
today-off = Non pubblico più gli anniversari del giorno.
time-unknown = Non capisco «{ $text }» come ora. Scrivila così: 09:00, e se vuoi con un fuso orario: 09:00 Europe/Istanbul
zone-unknown = Non conosco nessun fuso orario di nome «{ $zone }». I fusi si chiamano, per esempio, Europe/Istanbul, Asia/Tokyo o UTC.

# Settings
settings-title = *Impostazioni di questa chat*
settings-language = Lingua: { $value }
settings-seconds = Secondi per domanda: { $value }
settings-level = Difficoltà: { $value }
settings-starters = Chi può avviare una partita: { $value }
settings-daily = Domanda del giorno: { $value }
settings-today = Anniversari al mattino: { $value }
settings-own-language = quella di ciascuno
settings-off = no
settings-back = ‹ Indietro
settings-turn-off = Disattiva
settings-how-daily = Imposta l'ora con /daily 09:00
settings-how-today = Imposta l'ora con /today 09:00
starters-everyone = tutti
starters-administrators = amministratori
level-1 = facile
level-2 = media
level-3 = difficile

# A person's own data
hide-on = Ora non compari più nelle classifiche di nessuna chat. Con /hide ci torni.
hide-off = Sei di nuovo nelle classifiche.
forget-ask = Cancello tutto ciò che ho conservato su di te: le tue risposte e i tuoi punti in tutte le chat, il tuo nome, le tue impostazioni? Non si può annullare.
forget-yes = Sì, cancella
forget-no = No
forget-done = Tutto ciò che era conservato su di te è stato cancellato.
forget-kept = Non è stato cancellato nulla.
forget-not-yours = Questo pulsante è per un'altra persona.

# Inline: a question with buttons in any chat
quiz-words = quiz, trivia
quiz-description = Una domanda da giocare in questa chat: { $level }
quiz-right = Giusto! { $fact }
quiz-wrong = No: { $right }. { $fact }
quiz-again = Hai già risposto: { $chosen }. { $fact }
quiz-tally = { $answers ->
    [one] Una risposta
   *[other] { $answers } risposte
}, { $right ->
    [one] una giusta
   *[other] { $right } giuste
}.

# Commands
command-trivia = gioca una partita di domande
command-guess = indovina i nomi lettera per lettera
command-skip = salta la domanda
command-stop = termina la partita
command-board = chi ha più punti qui
command-daily = una domanda al giorno a un'ora fissa
command-settings = impostazioni di questa chat
command-hide = esci dalle classifiche o tornaci
command-forget = cancella tutto ciò che è conservato su di te

# In a terminal
terminal-answer = La tua risposta (da 1 a { $count }):
terminal-right = Giusto!
terminal-wrong = No: { $right }.
terminal-late = Troppo tardi. La risposta era: { $right }.
terminal-you = Tu

# How to play
play-title = Come si gioca
play = *Trivia* sulle città gemellate: /trivia fa partire dieci domande, /trivia 5 sulla Germania cinque sul tema che scegli. Tutti rispondono nel sondaggio; con la risposta arrivano il fatto e la sua fonte. /guess chiede nomi. /skip e /stop sono per chi ha avviato la partita. In qualsiasi altra chat scrivi @ e il mio nome con la parola «quiz».
