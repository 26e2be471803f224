# Lo que solo necesita Telegram. Las descripciones de los comandos están en messages.ftl.

telegram-description =
    Pregúntame por ciudades hermanas y hermanamientos: cuándo se hermanaron dos ciudades, con quién está hermanada una ciudad, qué significan los términos y cómo empezó todo.

    Cada dato lleva su fuente. También respondo en grupos (/ask) y, desde cualquier chat, si escribes mi nombre y una pregunta.
telegram-short-description = Ciudades hermanas: quién, desde cuándo y por qué. Cada dato con su fuente.
telegram-inline-help = ¿Qué puedo preguntar?
telegram-only-text = Solo sé leer palabras. Pregúntame, por ejemplo, por una ciudad y sus hermanas.
telegram-stale-button = Este botón ya no sirve. Vuelve a preguntarme, por favor.
telegram-stale-link = Ese enlace ya no sirve, pero aquí estoy:
telegram-administrators-only = Solo un administrador de este grupo puede cambiar sus ajustes.
telegram-not-here = Aquí no puedo guardar una ciudad base. Dímelo en nuestro chat privado o añádeme a este grupo.
telegram-error = Algo ha fallado por mi parte, lo siento. Vuelve a preguntarme, por favor.
