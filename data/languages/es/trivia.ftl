# El juego. Las *estrellas* destacan palabras; todo lo demás es texto sin formato.
# Los nombres y las fechas llegan tal cual: las frases no les ponen artículo.

# Questions: at most 250 characters with the names in them. $a and $b are cities.
item-year = ¿En qué año se hermanó { $a } con { $b }?
item-decade = ¿En qué década se hermanó { $a } con { $b }?
item-decade-option = década de { NUMBER($year, useGrouping: 0) }
item-partner = ¿Cuál de estas ciudades está hermanada con { $a }?
item-odd = ¿Cuál de estas ciudades no está hermanada con { $a }?
item-country = ¿En qué país está { $b }, ciudad hermanada con { $a }?
item-first = ¿Cuál de estas ciudades fue la primera en hermanarse con { $a }?
item-latest = ¿Cuál de estas ciudades fue la última en hermanarse con { $a }?
item-same-day = ¿Qué ciudad se hermanó con { $a } el mismo día que { $b }?
item-ended = ¿Cuál de estos hermanamientos ha terminado?
item-shared = ¿Qué ciudad está hermanada tanto con { $a } como con { $b }?
item-say = { $area }: ¿cómo se llaman allí las ciudades hermanas?
item-word = ¿Dónde se llama «{ $word }» a las ciudades hermanas?
# The fact behind a question, without its source: at most 150 characters with the names in it.
fact-since = { $a } está hermanada con { $b } (fecha: { $date }).
fact-country = { $b } ({ $country }) está hermanada con { $a } (fecha: { $date }).
fact-odd = { $b } no figura en mis registros entre las ciudades hermanas de { $a }; { $c } sí (fecha: { $date }).
fact-same-day = { $a } se hermanó con { $b } el mismo día que con { $c }: { $date }.
fact-order = { $b }: { $date }; { $c }: { $other }.
fact-ended = { $a } { $since ->
    [unknown] estuvo hermanada con { $b }, pero ya no lo está.
   *[other] se hermanó con { $b } (fecha: { $since }), pero ya no lo está.
}
fact-shared = { $c } está hermanada con { $b } (fecha: { $date }) y con { $a } (fecha: { $other }).
fact-say = { $area }: allí las ciudades hermanas se llaman «{ $word }».
# The source behind a fact.
fact-source = Fuente: { $source }

# What a round is about
about-city = { $city }
about-area = { $area }
about-world = el mundo entero
about-terms = las palabras para «ciudad hermana»
about-history = la historia de los hermanamientos
# Words by which people ask for these, in lower case, with commas between them. They are also
# what may stand before a subject: "sobre".
about-words-world = mundo, el mundo, mundo entero, el mundo entero, todo el mundo, todo, de todo, cualquier cosa, lo que sea
about-words-terms = palabras, las palabras, palabra, términos, los términos, vocabulario, el vocabulario, terminología, la terminología
about-words-history = historia, la historia, pasado, el pasado, orígenes, los orígenes
about-words-lead = sobre, acerca de, de, del
level-words-1 = fácil, fáciles, sencillo, sencilla, sencillos, sencillas, simple, simples
level-words-2 = medio, media, medios, medias, intermedio, intermedia, intermedios, intermedias, normal, normales
level-words-3 = difícil, difíciles, complicado, complicada, complicados, complicadas, duro, dura

# A round
round-begins = *Trivia*, tema: { $subject }. { $count ->
    [one] Una pregunta, { $seconds } segundos
   *[other] { $count } preguntas, { $seconds } segundos cada una
}. Puede responder todo el mundo.
round-begins-guess = *Adivina el nombre*, tema: { $subject }. { $count ->
    [one] Un nombre, { $seconds } segundos
   *[other] { $count } nombres, { $seconds } segundos cada uno
}. Responde a mi pregunta con el nombre. Cada nombre equivocado cuesta un punto, y cada letra que muestro, también.
round-question = { $number }/{ $total } · { $question }
round-skip = Saltar
round-stop = Terminar
round-over = { $end ->
    [stopped] *La ronda se ha interrumpido.*
    [silent] *Nadie ha respondido a tres preguntas seguidas, así que la ronda termina aquí.* Con /trivia empieza otra.
    [exhausted] *De momento no tengo más preguntas nuevas sobre eso, así que la ronda termina aquí.*
    [failed] *La ronda termina aquí: Telegram no ha aceptado mis preguntas.* Inténtalo más tarde, por favor.
   *[played] *La ronda ha terminado.*
}
round-nobody = No ha respondido nadie.
round-alone = Una ronda con un solo jugador no cuenta para la clasificación.
round-forbidden = Aquí no puedo enviar encuestas. Pide a un administrador que permita a los miembros enviarlas o que me haga administrador; entonces /trivia funcionará.
round-running = Aquí ya se está jugando una ronda. /stop la termina.
round-none = Aquí no se está jugando ninguna ronda. /trivia empieza una.
round-too-old = Eso llegó mientras yo no estaba. Vuelve a enviarlo si todavía quieres jugar.
round-not-yours = Eso solo puede hacerlo quien empezó la ronda o un administrador.
round-starters = En este grupo solo los administradores pueden empezar rondas.
round-number = Una ronda tiene de 1 a { $most } preguntas.
round-unknown-subject = No sé qué preguntar sobre «{ $text }». Nombra una ciudad, un país o un continente, o di «palabras» o «historia».
round-no-facts = Lo que sé con seguridad no alcanza para hacer preguntas sobre este tema: { $subject }.
round-question-over = Esta pregunta ya ha terminado.

# Guessing a name
guess-question = ¿En qué ciudad hermana de { $a } estoy pensando? País: { $country }. Fecha del hermanamiento: { $date }.
guess-letters = { $hint } ({ $count ->
    [one] una letra
   *[other] { $count } letras
})
guess-right = ¡Sí, *{ $name }*! { $points ->
    [one] Un punto
   *[other] { $points } puntos
} para { $player }.
guess-wrong = No, no es { $name }.
guess-was = Era *{ $name }*.

# Boards
board-title = { $season ->
    [week] Esta semana
    [month] Este mes
   *[all] Desde siempre
}
board-heading = *Clasificación: { $title }*
board-line = { $rank }. { $name } – { $points ->
    [one] un punto
   *[other] { $points } puntos
} ({ $right } de { $answers }, { $seconds } s)
board-streak = { $name }: { $count ->
    [one] un acierto
   *[other] { $count } aciertos seguidos
}
board-empty = Aquí todavía no ha jugado nadie. Cuentan las rondas con dos jugadores o más; /trivia empieza una.
board-hidden = { $count ->
    [one] Hay un jugador que no aparece.
   *[other] Hay { $count } jugadores que no aparecen.
}

# The question of the day, and the anniversaries in the morning
daily-heading = Pregunta del día
daily-on = A partir de ahora habrá una pregunta cada día a las { $time } ({ $zone }). /daily off la desactiva.
daily-off = Ya no habrá pregunta del día.
daily-status = Hay una pregunta cada día a las { $time } ({ $zone }). /daily off la desactiva.
daily-none = Aquí no hay pregunta del día. Un administrador la activa con una hora: /daily 09:00 o /daily 09:00 Europe/Istanbul
daily-result = *La pregunta de ayer:* { $answers ->
    [0] no respondió nadie.
    [one] una respuesta, { $right ->
        [one] una correcta
       *[other] { $right } correctas
    }.
   *[other] { $answers } respuestas, { $right ->
        [one] una correcta
       *[other] { $right } correctas
    }.
}
daily-streaks = Días seguidos: { $streaks }
daily-streak = { $name } ({ $days })
today-on = A partir de ahora publicaré los aniversarios del día a las { $time } ({ $zone }), cuando los haya. /today off los desactiva.
today-off = Ya no publicaré los aniversarios del día.
time-unknown = No entiendo «{ $text }» como hora. Escríbela así: 09:00, y si quieres, con una zona horaria: 09:00 Europe/Istanbul
zone-unknown = No conozco ninguna zona horaria llamada «{ $zone }». Se llaman, por ejemplo, Europe/Istanbul, Asia/Tokyo o UTC.

# Settings
settings-title = *Ajustes de este chat*
settings-language = Idioma: { $value }
settings-seconds = Segundos por pregunta: { $value }
settings-level = Dificultad: { $value }
settings-starters = Quién puede empezar una ronda: { $value }
settings-daily = Pregunta del día: { $value }
settings-today = Aniversarios por la mañana: { $value }
settings-own-language = el de cada persona
settings-off = no
settings-back = ‹ Atrás
settings-turn-off = Desactivar
settings-how-daily = Pon la hora con /daily 09:00
settings-how-today = Pon la hora con /today 09:00
starters-everyone = cualquiera
starters-administrators = administradores
level-1 = fácil
level-2 = intermedia
level-3 = difícil

# A person's own data
hide-on = Ya no apareces en la clasificación de ningún chat. Con /hide vuelves a aparecer.
hide-off = Vuelves a aparecer en las clasificaciones.
forget-ask = ¿Borro todo lo que he guardado sobre ti: tus respuestas y puntos en todos los chats, tu nombre y tus ajustes? No se puede deshacer.
forget-yes = Sí, bórralo
forget-no = No
forget-done = He borrado todo lo que había guardado sobre ti.
forget-kept = No se ha borrado nada.
forget-not-yours = Este botón es para otra persona.

# Inline: a question with buttons in any chat
quiz-words = quiz, trivia, trivial
quiz-description = Una pregunta para jugar en este chat: { $level }
quiz-right = ¡Correcto! { $fact }
quiz-wrong = No: { $right }. { $fact }
quiz-again = Ya habías respondido: { $chosen }. { $fact }
quiz-tally = { $answers ->
    [one] Una respuesta
   *[other] { $answers } respuestas
}, { $right ->
    [one] una correcta
   *[other] { $right } correctas
}.

# Commands
command-trivia = juega una ronda de preguntas
command-guess = adivina nombres letra a letra
command-skip = salta la pregunta
command-stop = termina la ronda
command-board = quién tiene más puntos aquí
command-daily = una pregunta cada día a una hora fija
command-settings = ajustes de este chat
command-hide = salir de las clasificaciones o volver a ellas
command-forget = borrar todo lo guardado sobre mí

# In a terminal
terminal-answer = Tu respuesta (de 1 a { $count }):
terminal-right = ¡Correcto!
terminal-wrong = No: { $right }.
terminal-late = Demasiado tarde. La respuesta era: { $right }.
terminal-you = Tú

# How to play
play-title = Cómo se juega
play = *Trivia* sobre ciudades hermanas: /trivia lanza diez preguntas; /trivia 5 sobre Alemania, cinco sobre el tema que elijas. Todo el mundo responde en la encuesta; con la respuesta llegan el dato y su fuente. /guess pide nombres. /skip y /stop son para quien empezó la ronda. En cualquier otro chat, escribe @ y mi nombre con la palabra «quiz».
