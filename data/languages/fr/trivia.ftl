# Le jeu. Les *étoiles* font ressortir des mots ; tout le reste est du texte simple.
# Les noms de lieux viennent tels quels : les phrases évitent « de » et « à » devant eux.

# Questions : 250 caractères au plus, noms compris. $a et $b sont des villes.
item-year = En quelle année { $a } et { $b } ont-elles été jumelées ?
item-decade = Au cours de quelle décennie { $a } et { $b } ont-elles été jumelées ?
item-decade-option = années { NUMBER($year, useGrouping: 0) }
item-partner = Laquelle de ces villes est jumelée avec { $a } ?
item-odd = Laquelle de ces villes n’est pas jumelée avec { $a } ?
item-country = Dans quel pays se trouve { $b }, ville jumelée avec { $a } ?
item-first = Laquelle de ces villes a été la première à se jumeler avec { $a } ?
item-latest = Laquelle de ces villes a été la dernière à se jumeler avec { $a } ?
item-same-day = Quelle ville a été jumelée avec { $a } le même jour que { $b } ?
item-ended = Lequel de ces jumelages est terminé ?
item-shared = Quelle ville est jumelée à la fois avec { $a } et avec { $b } ?
item-say = { $area } : comment y appelle-t-on les villes jumelées ?
item-word = Où appelle-t-on les villes jumelées « { $word } » ?
# Le fait derrière une question, sans sa source : 150 caractères au plus, noms compris.
fact-since = { $a } et { $b } sont jumelées (date : { $date }).
fact-country = { $b } ({ $country }) et { $a } sont jumelées (date : { $date }).
fact-odd = Dans mes données, { $b } n’est pas jumelée avec { $a } ; { $c } l’est (date : { $date }).
fact-same-day = { $b } et { $c } ont été jumelées avec { $a } le même jour : { $date }.
fact-order = { $b } : { $date } ; { $c } : { $other }.
fact-ended = { $a } et { $b } { $since ->
    [unknown] ont été jumelées, mais ne le sont plus.
   *[other] ont été jumelées (date : { $since }), mais ne le sont plus.
}
fact-shared = { $c } est jumelée avec { $b } (date : { $date }) et avec { $a } (date : { $other }).
fact-say = { $area } : les villes jumelées s’y appellent « { $word } ».
# La source d’un fait.
fact-source = Source : { $source }

# Le thème d’une partie
about-city = { $city }
about-area = { $area }
about-world = le monde entier
about-terms = les mots du jumelage
about-history = l’histoire du jumelage
# Les mots par lesquels on les demande, en minuscules, séparés par des virgules. Puis ceux qui
# peuvent précéder un thème : « sur ».
about-words-world = monde, le monde, monde entier, le monde entier, tout, toutes, tous, tout et rien, n’importe quoi, n’importe, peu importe
about-words-terms = mots, les mots, mot, termes, les termes, vocabulaire, le vocabulaire, terminologie, la terminologie, appellations, les appellations, mots du jumelage, les mots du jumelage
about-words-history = histoire, l’histoire, passé, le passé, origines, les origines, histoire du jumelage, l’histoire du jumelage
about-words-lead = sur, de, du, des, d’, à propos de, à propos du, au sujet de, au sujet du, thème
level-words-1 = facile, faciles, simple, simples
level-words-2 = moyen, moyenne, moyens, moyennes, normal, normale, intermédiaire
level-words-3 = difficile, difficiles, dur, dure, dures, compliqué, compliquées

# Une partie
round-begins = *Quiz*, thème : { $subject }. { $count ->
    [one] Une seule question, { $seconds } secondes
   *[other] { $count } questions, { $seconds } secondes chacune
}. Tout le monde peut répondre.
round-begins-guess = *Devinez le nom*, thème : { $subject }. { $count ->
    [one] Un seul nom, { $seconds } secondes
   *[other] { $count } noms, { $seconds } secondes chacun
}. Répondez à ma question par le nom. Chaque nom faux coûte un point, et chaque lettre que je montre aussi.
round-question = { $number }/{ $total } · { $question }
round-skip = Passer
round-stop = Arrêter
round-over = { $end ->
    [stopped] *La partie a été arrêtée.*
    [silent] *Trois questions de suite sans réponse : la partie s’arrête ici.* /trivia en lance une autre.
    [exhausted] *Je n’ai plus de nouvelle question là-dessus pour l’instant : la partie s’arrête ici.*
    [failed] *La partie s’arrête ici : Telegram n’a pas accepté mes questions.* Réessayez plus tard, s’il vous plaît.
   *[played] *La partie est terminée.*
}
round-nobody = Personne n’a répondu.
round-alone = Une partie jouée en solo ne compte pas pour les classements.
round-forbidden = Je ne peux pas envoyer de sondages ici. Demandez à un administrateur de les autoriser pour les membres ou de me nommer administrateur ; /trivia marchera alors.
round-running = Une partie est déjà en cours ici. /stop l’arrête.
round-none = Aucune partie n’est en cours ici. /trivia en lance une.
round-too-old = Ce message est arrivé pendant mon absence. Renvoyez-le si vous voulez toujours jouer.
round-not-yours = Seule la personne qui a lancé la partie ou un administrateur peut faire cela.
round-starters = Dans ce groupe, seuls les administrateurs peuvent lancer une partie.
round-number = Une partie compte de 1 à { $most } questions.
round-unknown-subject = Je ne sais pas quoi demander sur « { $text } ». Nommez une ville, un pays ou un continent, ou dites « mots » ou « histoire ».
round-no-facts = J’en sais trop peu de façon certaine pour poser des questions sur ce thème : { $subject }.
round-question-over = Cette question est terminée.

# Deviner un nom
guess-question = À quelle ville jumelée avec { $a } est-ce que je pense ? Pays : { $country }. Date du jumelage : { $date }.
guess-letters = { $hint } ({ $count ->
    [one] { $count } lettre
   *[other] { $count } lettres
})
guess-right = Oui, *{ $name }* ! { $points ->
    [one] { $points } point
   *[other] { $points } points
} pour { $player }.
guess-wrong = Non, ce n’est pas { $name }.
guess-was = C’était *{ $name }*.

# Classements
board-title = { $season ->
    [week] Cette semaine
    [month] Ce mois-ci
   *[all] Depuis le début
}
board-heading = *Classement : { $title }*
board-line = { $rank }. { $name } – { $points ->
    [one] { $points } point
   *[other] { $points } points
} ({ $right } sur { $answers }, { $seconds } s)
board-streak = { $name } : { $count ->
    [one] { $count } bonne réponse d’affilée
   *[other] { $count } bonnes réponses d’affilée
}
board-empty = Personne n’a encore joué ici. Une partie compte à partir de deux joueurs ; /trivia en lance une.
board-hidden = { $count ->
    [one] Une personne n’est pas affichée.
   *[other] { $count } personnes ne sont pas affichées.
}

# La question du jour et les anniversaires du matin
daily-heading = Question du jour
daily-on = Désormais, il y a une question chaque jour à { $time } ({ $zone }). /daily off y met fin.
daily-off = Il n’y a plus de question du jour.
daily-status = Il y a une question chaque jour à { $time } ({ $zone }). /daily off y met fin.
daily-none = Il n’y a pas de question du jour ici. Un administrateur la lance en donnant une heure : /daily 09:00 ou /daily 09:00 Europe/Istanbul
daily-result = *La question d’hier :* { $answers ->
    [0] personne n’a répondu.
    [one] { $answers } réponse, bonnes réponses : { $right }.
   *[other] { $answers } réponses, bonnes réponses : { $right }.
}
daily-streaks = Jours d’affilée : { $streaks }
daily-streak = { $name } ({ $days })
today-on = Désormais, je publie les anniversaires du jour à { $time } ({ $zone }), quand il y en a. /today off y met fin.
today-off = Je ne publie plus les anniversaires du jour.
time-unknown = Je ne comprends pas l’heure « { $text } ». Écrivez-la ainsi : 09:00, avec un fuseau horaire si vous voulez : 09:00 Europe/Istanbul
zone-unknown = Je ne connais aucun fuseau horaire nommé « { $zone } ». Un fuseau s’écrit par exemple Europe/Istanbul, Asia/Tokyo ou UTC.

# Réglages
settings-title = *Réglages de cette discussion*
settings-language = Langue : { $value }
settings-seconds = Secondes par question : { $value }
settings-level = Niveau : { $value }
settings-starters = Qui peut lancer une partie : { $value }
settings-daily = Question du jour : { $value }
settings-today = Anniversaires du matin : { $value }
settings-own-language = celle de chacun
settings-off = non
settings-back = ‹ Retour
settings-turn-off = Désactiver
settings-how-daily = Choisissez l’heure avec /daily 09:00
settings-how-today = Choisissez l’heure avec /today 09:00
starters-everyone = tout le monde
starters-administrators = les administrateurs
level-1 = facile
level-2 = moyen
level-3 = difficile

# Les données d’une personne
hide-on = Vous ne figurez plus dans aucun classement. /hide vous y remet.
hide-off = Vous figurez de nouveau dans les classements.
forget-ask = Dois-je supprimer tout ce que j’ai enregistré sur vous : vos réponses et vos points dans toutes les discussions, votre nom, vos réglages ? C’est définitif.
forget-yes = Oui, supprimer
forget-no = Non
forget-done = Tout ce qui était enregistré sur vous a été supprimé.
forget-kept = Rien n’a été supprimé.
forget-not-yours = Ce bouton est pour quelqu’un d’autre.

# Dans toute discussion : une question avec des boutons
quiz-words = quiz, quizz, trivia, devinette
quiz-description = Une question à jouer dans cette discussion, niveau { $level }
quiz-right = Bonne réponse ! { $fact }
quiz-wrong = Non : { $right }. { $fact }
quiz-again = Vous avez déjà répondu : { $chosen }. { $fact }
quiz-tally = { $answers ->
    [one] { $answers } réponse
   *[other] { $answers } réponses
}, bonnes réponses : { $right }.

# Commandes
command-trivia = jouer une partie de questions
command-guess = deviner des noms lettre par lettre
command-skip = passer la question
command-stop = arrêter la partie
command-board = qui a le plus de points ici
command-daily = une question chaque jour à heure fixe
command-settings = les réglages de cette discussion
command-hide = me retirer des classements, ou m’y remettre
command-forget = supprimer tout ce qui est enregistré sur moi

# Dans un terminal
terminal-answer = Votre réponse (1 à { $count }) :
terminal-right = Bonne réponse !
terminal-wrong = Non. Bonne réponse : { $right }.
terminal-late = Trop tard. Bonne réponse : { $right }.
terminal-you = Vous

# Comment jouer
play-title = Comment jouer
play = *Quiz* sur les villes jumelées : /trivia lance dix questions, /trivia 5 sur l’Allemagne en lance cinq sur le thème choisi. Tout le monde répond dans le sondage ; le fait et sa source arrivent avec la réponse. /guess fait deviner des noms. /skip et /stop sont pour la personne qui a lancé la partie. Dans toute autre discussion, écrivez @ et mon nom avec le mot « quiz ».
