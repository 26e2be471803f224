# Lo que dice el bot. Las *estrellas* destacan palabras; todo lo demás es texto sin formato.
# Los nombres y las fechas llegan tal cual: las frases no les ponen artículo ("Fecha: 8 de junio").

sources-label = { $count ->
    [one] Fuente
   *[other] Fuentes
}
heading = *{ $text }*

# A pair of cities
pair-since = *{ $a }* y *{ $b }* son ciudades hermanas. Fecha: *{ $date }*.
pair-yes = Sí, *{ $a }* y *{ $b }* son ciudades hermanas. Fecha: *{ $date }*.
pair-years = { $certain ->
    [yes] *{ $a }* y *{ $b }* están hermanadas desde hace { $years ->
        [0] menos de un año
        [one] *un año*
       *[other] *{ $years } años*
    }. Fecha: *{ $date }*.
   *[no] *{ $a }* y *{ $b }* están hermanadas desde hace *{ $fewer } o { $years } años*. Fecha: *{ $date }*.
}
pair-still = *{ $a }* y *{ $b }* siguen hermanadas; inicio: *{ $date }*. No consta ningún final.
ended-heading = *{ $city }*: hermanamientos terminados o suspendidos
ended-none = No consta ningún hermanamiento terminado: *{ $city }*.
pair-undated = *{ $a }* y *{ $b }* figuran como hermanadas; la fecha no consta.
pair-over = { $status ->
    [suspended] *{ $a }* y *{ $b }* se hermanaron (fecha: { $since }), pero el hermanamiento se suspendió{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* y *{ $b }* ya no están hermanadas. Inicio: { $since }; fin: { $end ->
        [unknown] fecha desconocida.
       *[other] *{ $end }*.
    }
}
pair-over-undated = { $status ->
    [suspended] El hermanamiento de *{ $a }* y *{ $b }* se suspendió{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* y *{ $b }* ya no están hermanadas{ $end ->
        [unknown] .
       *[other] { " " }(fin: *{ $end }*).
    }
} No consta cuándo empezó.
pair-unknown = No me consta ningún hermanamiento entre *{ $a }* y *{ $b }*: no está en mis registros.
only-year = Solo consta el año.
only-month = Solo consta el mes.
disputed = { $source } da otra fecha: { $date }.
earlier-tie = { $event ->
    [friendship_city] Consta además un vínculo de amistad: { $date } ({ $source }).
   *[other] Consta además un acuerdo de cooperación: { $date } ({ $source }).
}
reach-listed = Mis registros recogen los { $count } hermanamientos de { $city } hasta { $year }. Lo que no figura en ellos puede existir de todos modos.
reach = Mis registros recogen { $pairs } hermanamientos de { $places } lugares. Lo que no figura en ellos puede existir de todos modos.
why-in-general = Mis registros no dan el motivo de cada hermanamiento. En general:

# Which came first
earlier-first = Primero fue *{ $first }*, antes que { $later }.
earlier-same = { $names } firmaron exactamente el mismo día.
earlier-unclear = No puedo decir cuál fue antes: las fechas que constan no son lo bastante precisas.

# Lists
list-heading = *{ $heading }*
list-count = { $narrowed ->
    [yes] { $count ->
        [one] Uno de { $all } hermanamientos:
       *[other] { $count } de { $all } hermanamientos:
    }
   *[no] { $count ->
        [one] Un hermanamiento:
       *[other] { $count } hermanamientos:
    }
}
list-line = • { $name } – { $date }{ $end ->
    [none] { "" }
   *[other] { " " }(fin: { $end })
}
pair-names = { $a } y { $b }
list-line-over = • { $name } – { $date ->
    [none] fecha no registrada
   *[other] { $date }
} ({ $status ->
    [suspended] suspendido
   *[ended] terminado
}{ $end ->
    [unknown] )
   *[other] : { $end })
}
list-line-undated = • { $name } – fecha no registrada
list-page = Página { $page } de { $pages }
list-none = *{ $heading }*: ningún hermanamiento en mis registros.
city-unknown = En mis registros no hay ningún hermanamiento de *{ $city }*.
outside = excepto { $area }
period-until = hasta { $date }
period-since = desde { $date }
count-partners = *{ $heading }*: { $narrowed ->
    [yes] *{ $count }* de { $all } hermanamientos.
   *[no] { $count ->
        [one] *un* hermanamiento.
       *[other] *{ $count }* hermanamientos.
    }
}
count-area = • { $area }: *{ $count }*
count-together = En total: *{ $count }*
count-countries = { $count ->
    [one] Todas en un mismo país.
   *[other] Están en { $count } países.
}
countries = Las { $partners } ciudades hermanas están en *{ $count }* { $count ->
    [one] país
   *[other] países
}:
countries-line = { $names }.
country-count = { $count ->
    [one] { $country }
   *[other] { $country } ({ $count })
}
ranked = { $order ->
    [first] { $number ->
        [1] La primera que consta
       *[other] La número { $number } que consta, contando desde la primera
    }
   *[latest] { $number ->
        [1] La más reciente que consta
       *[other] La número { $number } que consta, contando desde la más reciente
    }
} ({ $heading }): *{ $name }*, *{ $date }*.
ranked-several = { $order ->
    [first] *{ $heading }*: los hermanamientos más antiguos que constan
   *[latest] *{ $heading }*: los hermanamientos más recientes que constan
}
ranked-too-far = *{ $heading }*: { $count ->
    [one] solo hay un hermanamiento con fecha
   *[other] solo hay { $count } hermanamientos con fecha
}, así que no hay número { $number }.
ranked-same-day = Exactamente el mismo día: { $names }.
ranked-order-unclear = El orden respecto a { $names } no es seguro: solo consta el año.
same-day = { $count ->
    [0] Exactamente el mismo día: ninguna otra.
   *[other] Exactamente el mismo día: *{ $names }*.
}
same-year = { $count ->
    [0] También en { $year }: ninguna otra.
   *[other] También en { $year }: { $names }.
}
same-days = *Firmados el mismo día*
same-years = *En el mismo año*
same-days-line = • { $date }: { $names }
name-date = { $name } ({ $date })

# The calendar
anniversaries = { $count ->
    [0] *{ $period }*: ningún aniversario de { $city } en mis registros.
    [one] *{ $period }*: un aniversario de { $city }
   *[other] *{ $period }*: { $count } aniversarios de { $city }
}
anniversary-line = • { $name } – { $date } ({ $years ->
    [0] hoy
    [one] primer aniversario
   *[other] { $years } años
})
anniversary-next = El próximo:
anniversary-in-days = { $days ->
    [0] *Hoy, { $date }:*
    [one] El próximo aniversario es mañana, *{ $date }*:
   *[other] El próximo aniversario es dentro de { $days } días, el *{ $date }*:
}

# Places
city-summary = En mis registros: *{ $count ->
    [one] una ciudad hermana
   *[other] { $count } ciudades hermanas
}* en { $countries ->
    [one] un país
   *[other] { $countries } países
}.
city-first = Primera: { $line }
city-latest = Más reciente: { $line }
known-as = Firmó con el nombre de { $name }.

# Terms and history
overview-term = *Cómo se llaman las ciudades hermanas*
overview-term-title = Cómo se llaman las ciudades hermanas
overview-history = *Cómo nacieron los hermanamientos*
overview-history-title = Cómo nacieron los hermanamientos
overview-line = • *{ $title }*: { $short }
say-unknown = Cómo se dice en { $area } no figura en mis registros.
note = Otras fuentes difieren: { $text } ({ $sources })

# Talk
help-title = Qué puedes preguntar
help = *Pregúntame por ciudades hermanas y hermanamientos*, con tus propias palabras:
help-line = • { $example }
help-example-1 = ¿Cuándo se hermanó Estambul con Venecia?
help-example-2 = ¿Está Berlín hermanada con Estambul?
help-example-3 = ¿Qué ciudades alemanas están hermanadas?
help-example-4 = ¿Quién se hermanó en los años 90?
help-example-5 = ¿Cuál fue antes, El Cairo o Lahore?
help-example-6 = ¿Qué pasó el 17 de noviembre?
help-example-7 = ¿Cómo lo llaman los franceses?
help-example-8 = ¿Cómo empezaron los hermanamientos?
help-commands = *Comandos*
help-command = /{ $name } – { $use }
greeting-title = Hola
greeting = ¡Hola! Sé de ciudades hermanas: desde cuándo están hermanadas dos ciudades, con quién está hermanada cada una, qué significan los términos y cómo empezó todo. Pregúntame, por ejemplo: ¿Cuándo se hermanó { $city } con Venecia?
thanks-title = De nada
thanks = ¡De nada! Pregúntame otra cosa cuando quieras.
identity-title = Quién soy
identity = Soy un *bot que sabe de ciudades hermanas y hermanamientos*. Leo preguntas hechas con palabras corrientes, respondo con lo que hay en mis registros y nombro una fuente para cada dato. No soy una persona y no adivino: si algo no me consta, lo digo.
privacy-title = Privacidad
privacy = *Lo que guardo:* de cada chat, sus ajustes y las rondas que se han jugado; de cada jugador, el nombre, las respuestas y los puntos. /hide te quita de las clasificaciones, /forget borra todo lo que está guardado sobre ti. Tu última pregunta queda diez minutos en memoria para que puedas seguir preguntando; nunca se escribe en disco. No registro textos y no comparto nada.
sources-title = Fuentes
sources-of-that = Eso procede de:
sources-state = Mis registros contienen { $claims } datos sobre { $pairs } hermanamientos, tomados de { $sources } fuentes (estado: { $date }). Cada respuesta nombra las suyas.
credits = Nombres de lugares: GeoNames (CC BY 4.0). Nombres de países, fechas y números: Unicode CLDR. Palabras frecuentes: wordfreq (CC BY-SA 4.0).
certainty-title = Qué seguridad hay
certainty = Digo solo lo que dice una fuente, con la misma precisión que ella, y la nombro. Si las fuentes discrepan, lo digo. Lo que no está en mis registros puede existir de todos modos. Si encuentras un error, avisa a quienes me administran.
certainty-pair = *{ $name }:* { $agreeing ->
    [one] una fuente da esta fecha
   *[other] { $agreeing } fuentes dan esta fecha
}, { $differing ->
    [0] ninguna discrepa.
    [one] una discrepa.
   *[other] { $differing } discrepan.
}
coverage-title = Qué sé
coverage = Mis registros contienen { $claims } datos de { $sources } fuentes: { $pairs } hermanamientos de { $places } lugares.
home-title = Ciudad base
home = La ciudad base aquí es *{ $city }*: si nombras una sola ciudad, entiendo que la otra es esa. Cámbiala con /home y un nombre, por ejemplo: /home Ankara
home-set = La ciudad base es ahora *{ $city }*.
unknown_place-title = No conozco ese lugar
unknown_place = No conozco ningún lugar llamado *{ $name }*. Conozco los países y las ciudades del mundo a partir de 15.000 habitantes; ¿se escribe así?
which_place-title = ¿Qué { $name }?
which_place = ¿A qué *{ $name }* te refieres?
which_place-doubtful = { $count ->
    [one] No conozco ningún lugar llamado *{ $name }*. ¿Querías decir este?
   *[other] No conozco ningún lugar llamado *{ $name }*. ¿Querías decir alguno de estos?
}
which_place-line = • { $place }
off_topic-title = No es lo mío
off_topic = Eso no es lo mío: solo sé de ciudades hermanas y hermanamientos.
unclear-title = No te he entendido
unclear = No lo he entendido. Pregúntame por una ciudad y sus hermanas, por ejemplo: ¿Cuándo se hermanó { $city } con Berlín?
read-as = He leído { $typed } como *{ $name }*.
not-on-record = «{ $condition }» no consta en mis registros; va sin esa condición.

# Choices
choice-how-long = ¿Cuánto tiempo?
choice-list = Todas las hermanas
choice-terms = Términos
choice-history = Historia
choice-today = Hoy
choice-another = Otro más
choice-following = ¿Y la siguiente?
choice-previous-page = ‹ Página { $page }
choice-next-page = Página { $page } ›

# Commands
command-ask = pregunta lo que quieras sobre ciudades hermanas
command-city = una ciudad y sus hermanas
command-today = aniversarios de hoy
command-random = un dato al azar
command-terms = cómo se llaman las ciudades hermanas
command-history = cómo nacieron los hermanamientos
command-home = la ciudad que se sobreentiende cuando nombras solo una
command-language = el idioma de mis respuestas aquí
command-sources = de dónde salen los datos
command-privacy = qué se guarda
command-help = qué puedes preguntar
command-start = saludar

# The language of a chat
language-title = Idioma
language = Respondo en el idioma de la pregunta. Cuando no se puede saber, aquí respondo en *{ $language }*. Otro:
language-set = Cuando una pregunta no deja ver su idioma, aquí responderé desde ahora en español.

# Todos los hermanamientos: cadenas, lo que comparten, las más y los más antiguos
date-unknown = sin fecha registrada
chain-title = { $a } → { $b }
chain = *{ $a }* y *{ $b }* están a { $steps } hermanamientos de distancia:
chain-none = En mis registros ninguna cadena de hermanamientos lleva de *{ $a }* a *{ $b }*.
shared = *{ $a }* y *{ $b }* comparten { $count ->
    [one] una ciudad hermana
   *[other] { $count } ciudades hermanas
}:
shared-none = *{ $a }* y *{ $b }* no tienen ninguna ciudad hermana en común en mis registros.
shared-line = • { $name } – { $a }: { $since_a }; { $b }: { $since_b }
hubs-title = Las ciudades con más hermanamientos
hubs-line = • { $name } – { $count ->
    [one] un hermanamiento
   *[other] { $count } hermanamientos
}
oldest-title = Los hermanamientos más antiguos
between-title = Hermanamientos
between = { $count ->
    [one] Un hermanamiento
   *[other] { $count } hermanamientos
} de { $places } lugares en mis registros:
choice-chain = ¿Cómo están conectadas?
choice-hubs = Las más hermanadas

# Lighter ties, and what is not known to stand
only-tie = Lo que consta es { $event ->
    [friendship_city] una amistad
   *[cooperation] un acuerdo de cooperación
}, no un hermanamiento pleno.
status-unknown = No consta si sigue vigente.
line-tie = ({ $event ->
    [friendship_city] amistad
   *[cooperation] cooperación
})
