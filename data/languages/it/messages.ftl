# What the bot says. *Stars* make words stand out; everything else is plain text.

sources-label = { $count ->
    [one] Fonte
   *[other] Fonti
}
heading = *{ $text }*

# A pair of cities
pair-since = *{ $a }* è gemellata con *{ $b }*. Data del gemellaggio: *{ $date }*.
pair-yes = Sì, *{ $a }* è gemellata con *{ $b }*. Data del gemellaggio: *{ $date }*.
pair-years = { $certain ->
    [yes] *{ $a }* è gemellata da { $years ->
        [0] meno di un anno
        [one] *un anno*
       *[other] *{ $years } anni*
    } con *{ $b }*. Data del gemellaggio: *{ $date }*.
   *[no] *{ $a }* è gemellata da *{ $fewer } o { $years } anni* con *{ $b }*. Data del gemellaggio: *{ $date }*.
}
pair-still = *{ $a }* e *{ $b }* sono ancora gemellate; inizio: *{ $date }*. Non risulta nessuna fine.
ended-heading = *{ $city }*: gemellaggi conclusi o sospesi
ended-none = Non risulta nessun gemellaggio concluso: *{ $city }*.
pair-undated = *{ $a }* risulta gemellata con *{ $b }*; la data non è registrata.
pair-over = { $status ->
    [suspended] *{ $a }* si è gemellata con *{ $b }*. Data del gemellaggio: { $since }. Il gemellaggio è stato sospeso{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* non è più gemellata con *{ $b }*. Inizio: { $since }; fine: { $end ->
        [unknown] data sconosciuta.
       *[other] *{ $end }*.
    }
}
pair-over-undated = { $status ->
    [suspended] Il gemellaggio tra *{ $a }* e *{ $b }* è stato sospeso{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* non è più gemellata con *{ $b }*{ $end ->
        [unknown] .
       *[other] { " " }(fine: *{ $end }*).
    }
} La data d'inizio non è registrata.
pair-unknown = Nei miei dati non risulta nessun gemellaggio tra *{ $a }* e *{ $b }*.
only-year = Si conosce solo l'anno.
only-month = Si conosce solo il mese.
disputed = { $source } indica invece: { $date }.
earlier-tie = { $event ->
    [friendship_city] Risulta già un legame di amicizia: { $date } ({ $source }).
   *[other] Risulta già un accordo di cooperazione: { $date } ({ $source }).
}
reach-listed = { $city }: nei miei dati risultano { $count } gemellaggi, fino all'anno { $year }. Ciò che non vi compare potrebbe comunque esistere.
reach = I miei dati comprendono { $pairs } gemellaggi di { $places } località. Ciò che non vi compare potrebbe comunque esistere.
why-in-general = I miei dati non dicono il motivo di un singolo gemellaggio. In generale:

# Which came first
earlier-first = È venuta prima *{ $first }*, poi { $later }.
earlier-same = { $names }: la firma è dello stesso giorno.
earlier-unclear = Non so dire quale sia venuta prima: le date registrate non sono abbastanza precise.

# Lists
list-heading = *{ $heading }*
list-count = { $narrowed ->
    [yes] { $count ->
        [one] Un gemellaggio su { $all }:
       *[other] { $count } gemellaggi su { $all }:
    }
   *[no] { $count ->
        [one] Un gemellaggio:
       *[other] { $count } gemellaggi:
    }
}
list-line = • { $name } – { $date }{ $end ->
    [none] { "" }
   *[other] { " " }(fine: { $end })
}
pair-names = { $a } e { $b }
list-line-over = • { $name } – { $date ->
    [none] data non registrata
   *[other] { $date }
} ({ $status ->
    [suspended] sospeso
   *[ended] terminato
}{ $end ->
    [unknown] )
   *[other] : { $end })
}
list-line-undated = • { $name } – data non registrata
list-page = Pagina { $page } di { $pages }
list-none = *{ $heading }*: nessun gemellaggio nei miei dati.
city-unknown = *{ $city }*: nessun gemellaggio nei miei dati.
outside = tranne { $area }
period-until = fino a: { $date }
period-since = a partire da: { $date }
count-partners = *{ $heading }*: { $narrowed ->
    [yes] { $count ->
        [one] *un* gemellaggio su { $all }.
       *[other] *{ $count }* gemellaggi su { $all }.
    }
   *[no] { $count ->
        [one] *un* gemellaggio.
       *[other] *{ $count }* gemellaggi.
    }
}
count-area = • { $area }: *{ $count }*
count-together = In tutto: *{ $count }*
count-countries = { $count ->
    [one] Tutte in un solo Paese.
   *[other] Si trovano in { $count } Paesi.
}
countries = Città gemellate: { $partners }. Si trovano in *{ $count }* { $count ->
    [one] Paese
   *[other] Paesi
}:
countries-line = { $names }.
country-count = { $count ->
    [one] { $country }
   *[other] { $country } ({ $count })
}
ranked = { $order ->
    [first] { $number ->
        [1] Il primo gemellaggio registrato
       *[other] Il gemellaggio numero { $number } a partire dal primo
    }
   *[latest] { $number ->
        [1] L'ultimo gemellaggio registrato
       *[other] Il gemellaggio numero { $number } a partire dall'ultimo
    }
} ({ $heading }): *{ $name }*, *{ $date }*.
ranked-several = { $order ->
    [first] *{ $heading }*: i primi registrati
   *[latest] *{ $heading }*: gli ultimi registrati
}
ranked-too-far = *{ $heading }*: i gemellaggi con una data sono solo { $count }, perciò il numero { $number } non c'è.
ranked-same-day = Nello stesso giorno: { $names }.
ranked-order-unclear = L'ordine rispetto a { $names } non è certo: si conosce solo l'anno.
same-day = { $count ->
    [0] Nello stesso giorno: nessun'altra.
   *[other] Nello stesso giorno: *{ $names }*.
}
same-year = { $count ->
    [0] Nel { $year } anche: nessun'altra.
   *[other] Nel { $year } anche: { $names }.
}
same-days = *Firmati nello stesso giorno*
same-years = *Nello stesso anno*
same-days-line = • { $date }: { $names }
name-date = { $name } ({ $date })

# The calendar
anniversaries = { $count ->
    [0] *{ $period }*: nessun anniversario nei miei dati ({ $city }).
    [one] *{ $period }*: un anniversario ({ $city })
   *[other] *{ $period }*: { $count } anniversari ({ $city })
}
anniversary-line = • { $name } – { $date } ({ $years ->
    [0] oggi
    [one] primo anniversario
   *[other] { $years } anni
})
anniversary-next = Il prossimo:
anniversary-in-days = { $days ->
    [0] *Oggi, { $date }:*
    [one] Il prossimo anniversario è domani, *{ $date }*:
   *[other] Mancano { $days } giorni al prossimo anniversario, *{ $date }*:
}

# Places
city-summary = Nei miei dati: *{ $count } { $count ->
    [one] città gemellata
   *[other] città gemellate
}* in { $countries } { $countries ->
    [one] Paese
   *[other] Paesi
}.
city-first = La prima: { $line }
city-latest = L'ultima: { $line }
known-as = Firmato con il nome { $name }.

# Terms and history
overview-term = *Le parole per dire «città gemellate»*
overview-term-title = Le parole per dire «città gemellate»
overview-history = *Come sono nati i gemellaggi*
overview-history-title = Come sono nati i gemellaggi
overview-line = • *{ $title }*: { $short }
say-unknown = { $area }: come si dica lì non risulta nei miei dati.
note = Altre fonti: { $text } ({ $sources })

# Talk
help-title = Che cosa puoi chiedere
help = *Chiedimi delle città gemellate e dei gemellaggi*, con parole tue:
help-line = • { $example }
help-example-1 = Quando si sono gemellate Istanbul e Venezia?
help-example-2 = Berlino è gemellata con Istanbul?
help-example-3 = Quali città tedesche sono gemellate?
help-example-4 = Chi si è gemellato negli anni '90?
help-example-5 = Chi è venuta prima, Il Cairo o Lahore?
help-example-6 = Che cosa è successo il 17 novembre?
help-example-7 = Come dicono i francesi?
help-example-8 = Come è nato il gemellaggio?
help-commands = *Comandi*
help-command = /{ $name } – { $use }
greeting-title = Ciao
greeting = Ciao! Conosco le città gemellate: da quando due città sono gemellate, quali gemellaggi ha una città, che cosa significano le parole e come è cominciato tutto. Chiedimi, per esempio: Quando si sono gemellate { $city } e Venezia?
thanks-title = Prego
thanks = Prego! Quando vuoi, chiedimi altro.
identity-title = Chi sono
identity = Sono un *bot che conosce le città gemellate e i gemellaggi*. Leggo domande scritte con parole normali, rispondo in base ai miei dati e per ogni fatto indico una fonte. Non sono una persona e non tiro a indovinare: se qualcosa non è nei miei dati, lo dico.
privacy-title = Privacy
privacy = *Che cosa conservo:* di una chat, le impostazioni e le partite che vi si sono giocate; di un giocatore, il nome, le risposte e i punti. /hide ti toglie dalle classifiche, /forget cancella tutto ciò che è conservato su di te. La tua ultima domanda resta in memoria per dieci minuti, perché tu possa continuare il discorso; non viene mai scritta da nessuna parte. Non registro testi e non condivido nulla.
sources-title = Fonti
sources-of-that = Lo so da:
sources-state = I miei dati contengono { $claims } affermazioni su { $pairs } gemellaggi da { $sources } fonti (situazione: { $date }). Ogni risposta indica la propria.
credits = Nomi di luoghi: GeoNames (CC BY 4.0). Nomi di Paesi, date e numeri: Unicode CLDR. Parole comuni: wordfreq (CC BY-SA 4.0).
certainty-title = Quanto è sicuro
certainty = Dico solo ciò che dice una fonte, con la stessa precisione, e indico la fonte. Quando le fonti non concordano, lo dico. Ciò che non è nei miei dati potrebbe comunque esistere. Se trovi un errore, segnalalo a chi mi gestisce.
certainty-pair = *{ $name }:* { $agreeing ->
    [one] una fonte indica questa data
   *[other] { $agreeing } fonti indicano questa data
}, { $differing ->
    [0] nessuna ne indica un'altra.
    [one] una ne indica un'altra.
   *[other] { $differing } ne indicano un'altra.
}
coverage-title = Che cosa so
coverage = I miei dati contengono { $claims } affermazioni da { $sources } fonti: { $pairs } gemellaggi di { $places } località.
home-title = Città di casa
home = Qui la città di casa è *{ $city }*: quando nomini una sola città, intendo che l'altra sia questa. Puoi cambiarla con /home e un nome, per esempio: /home Ankara
home-set = Ora la città di casa è *{ $city }*.
unknown_place-title = Luogo sconosciuto
unknown_place = Non conosco nessun luogo di nome *{ $name }*. Conosco i Paesi e le città del mondo da 15.000 abitanti in su; si scrive proprio così?
which_place-title = Quale { $name }?
which_place = Quale *{ $name }* intendi?
which_place-doubtful = { $count ->
    [one] Non conosco nessun luogo di nome *{ $name }*. Intendevi questo?
   *[other] Non conosco nessun luogo di nome *{ $name }*. Intendevi uno di questi?
}
which_place-line = • { $place }
off_topic-title = Non è il mio argomento
off_topic = Questo non è il mio argomento: conosco solo le città gemellate e i gemellaggi.
unclear-title = Non ho capito
unclear = Non ho capito. Chiedimi di una città e dei suoi gemellaggi, per esempio: Quando si sono gemellate { $city } e Berlino?
read-as = Ho letto { $typed } come *{ $name }*.
not-on-record = «{ $condition }» non risulta dai miei dati; ecco quindi senza questa condizione.

# Choices
choice-how-long = Da quanto?
choice-list = Tutte le gemellate
choice-terms = Parole
choice-history = Storia
choice-today = Oggi
choice-another = Un'altra
choice-following = E il prossimo?
choice-previous-page = ‹ Pagina { $page }
choice-next-page = Pagina { $page } ›

# Commands
command-ask = chiedi quello che vuoi sui gemellaggi
command-city = una città e le sue gemellate
command-today = gli anniversari di oggi
command-random = una curiosità a caso
command-terms = le parole per dire città gemellate
command-history = come sono nati i gemellaggi
command-home = la città intesa quando ne nomini una sola
command-language = la lingua delle mie risposte qui
command-sources = da dove vengono i dati
command-privacy = che cosa viene conservato
command-help = che cosa puoi chiedere
command-start = saluta il bot

# The language of a chat
language-title = Lingua
language = Rispondo nella lingua della domanda. Quando non si capisce, qui rispondo in *{ $language }*. Un'altra:
language-set = Quando una domanda non rivela la sua lingua, d'ora in poi qui rispondo in italiano.

# Tutti i gemellaggi: catene, ciò che è in comune, le più gemellate e i più antichi
date-unknown = data non registrata
chain-title = { $a } → { $b }
chain = *{ $a }* e *{ $b }* distano { $steps } gemellaggi:
chain-none = Nei miei dati nessuna catena di gemellaggi porta da *{ $a }* a *{ $b }*.
shared = *{ $a }* e *{ $b }* hanno in comune { $count ->
    [one] una gemella
   *[other] { $count } gemelle
}:
shared-none = *{ $a }* e *{ $b }* non hanno gemelle in comune nei miei dati.
shared-line = • { $name } – { $a }: { $since_a }; { $b }: { $since_b }
hubs-title = Le città con più gemellaggi
hubs-line = • { $name } – { $count ->
    [one] un gemellaggio
   *[other] { $count } gemellaggi
}
oldest-title = I gemellaggi più antichi
between-title = Gemellaggi
between = { $count ->
    [one] Un gemellaggio
   *[other] { $count } gemellaggi
} di { $places } luoghi nei miei dati:
choice-chain = Come sono collegate?
choice-hubs = Le più gemellate

# Lighter ties, and what is not known to stand
only-tie = Risulta { $event ->
    [friendship_city] un patto di amicizia
   *[cooperation] un accordo di cooperazione
}, non un gemellaggio pieno.
status-unknown = Non risulta se sia ancora in vigore.
line-tie = ({ $event ->
    [friendship_city] amicizia
   *[cooperation] cooperazione
})
