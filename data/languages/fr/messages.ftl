# Ce que dit le bot. Les *étoiles* font ressortir des mots ; tout le reste est du texte simple.
# Les noms de lieux viennent tels quels : les phrases évitent « de » et « à » devant eux
# (Le Caire, Istanbul) ; les dates aussi (2007, juin 2007, 8 juin 2007).

sources-label = { $count ->
    [one] Source
   *[other] Sources
}
heading = *{ $text }*

# Deux villes
pair-since = *{ $a }* et *{ $b }* sont partenaires. Date du jumelage : *{ $date }*.
pair-yes = Oui, *{ $a }* et *{ $b }* sont partenaires. Date du jumelage : *{ $date }*.
pair-years = { $certain ->
    [yes] *{ $a }* et *{ $b }* sont partenaires depuis { $years ->
        [0] moins d’un an
        [one] *un an*
       *[other] *{ $years } ans*
    } (date du jumelage : *{ $date }*).
   *[no] *{ $a }* et *{ $b }* sont partenaires depuis *{ $fewer } ou { $years } ans* (date du jumelage : *{ $date }*).
}
pair-still = *{ $a }* et *{ $b }* sont toujours jumelées, début : *{ $date }*. Aucune fin n'est enregistrée.
ended-heading = *{ $city }* : jumelages terminés ou suspendus
ended-none = Aucun jumelage terminé dans mes données : *{ $city }*.
pair-undated = *{ $a }* et *{ $b }* figurent parmi les villes partenaires, mais sans date connue.
pair-over = { $status ->
    [suspended] *{ $a }* et *{ $b }* se sont jumelées ({ $since }), mais le partenariat a été suspendu{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* et *{ $b }* ne sont plus partenaires. Début : { $since } ; fin : { $end ->
        [unknown] date inconnue.
       *[other] *{ $end }*.
    }
}
pair-over-undated = { $status ->
    [suspended] Le partenariat entre *{ $a }* et *{ $b }* a été suspendu{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* et *{ $b }* ne sont plus partenaires{ $end ->
        [unknown] .
       *[other] { " " }(fin : *{ $end }*).
    }
} La date du début est inconnue.
pair-unknown = Je n’ai aucun jumelage entre *{ $a }* et *{ $b }* dans mes données.
only-year = Seule l’année est connue.
only-month = Seul le mois est connu.
disputed = { $source } donne une autre date : { $date }.
earlier-tie = { $event ->
    [friendship_city] Une relation d’amitié est attestée plus tôt : { $date } ({ $source }).
   *[other] Un accord de coopération est attesté : { $date } ({ $source }).
}
reach-listed = Mes données contiennent { $count } jumelages pour { $city }, jusqu’en { $year }. Ce qui n’y figure pas peut tout de même exister.
reach = Mes données contiennent { $pairs } jumelages entre { $places } lieux. Ce qui n’y figure pas peut tout de même exister.
why-in-general = Mes données n’indiquent pas la raison de chaque jumelage. De manière générale :

# Laquelle a été la première
earlier-first = *{ $first }* a été la première, avant { $later }.
earlier-same = { $names } ont signé exactement le même jour.
earlier-unclear = Je ne peux pas dire laquelle a été la première : les dates connues ne sont pas assez précises.

# Listes
list-heading = *{ $heading }*
list-count = { $narrowed ->
    [yes] { $count ->
        [one] { $count } jumelage sur { $all } :
       *[other] { $count } jumelages sur { $all } :
    }
   *[no] { $count ->
        [one] Un seul jumelage :
       *[other] { $count } jumelages :
    }
}
list-line = • { $name } – { $date }{ $end ->
    [none] { "" }
   *[other] { " " }(fin : { $end })
}
pair-names = { $a } et { $b }
list-line-over = • { $name } – { $date ->
    [none] date inconnue
   *[other] { $date }
} ({ $status ->
    [suspended] suspendu
   *[ended] terminé
}{ $end ->
    [unknown] )
   *[other]  : { $end })
}
list-line-undated = • { $name } – date inconnue
list-page = Page { $page } sur { $pages }
list-none = *{ $heading }* : aucun jumelage dans mes données.
city-unknown = Aucun jumelage pour *{ $city }* dans mes données.
outside = hors { $area }
period-until = jusqu’à : { $date }
period-since = depuis : { $date }
count-partners = *{ $heading }* : { $narrowed ->
    [yes] { $count ->
        [one] *{ $count }* jumelage sur { $all }.
       *[other] *{ $count }* jumelages sur { $all }.
    }
   *[no] { $count ->
        [one] *un seul* jumelage.
       *[other] *{ $count }* jumelages.
    }
}
count-area = • { $area } : *{ $count }*
count-together = Total : *{ $count }*
count-countries = { $count ->
    [one] Dans un seul pays.
   *[other] Répartis dans { $count } pays.
}
countries = { $partners ->
    [one] Le partenaire se trouve
   *[other] Les { $partners } partenaires se trouvent
} dans *{ $count }* pays :
countries-line = { $names }.
country-count = { $count ->
    [1] { $country }
   *[other] { $country } ({ $count })
}
ranked = { $order ->
    [first] { $number ->
        [1] Premier jumelage connu
       *[other] Jumelage nº { $number }, en partant du premier
    }
   *[latest] { $number ->
        [1] Dernier jumelage en date
       *[other] Jumelage nº { $number }, en partant du plus récent
    }
} ({ $heading }) : *{ $name }*, *{ $date }*.
ranked-several = { $order ->
    [first] *{ $heading }* : les plus anciens jumelages connus
   *[latest] *{ $heading }* : les jumelages les plus récents
}
ranked-too-far = *{ $heading }* : { $count ->
    [one] un seul jumelage est daté
   *[other] seuls { $count } jumelages sont datés
} ; il n’y a donc pas de nº { $number }.
ranked-same-day = Exactement le même jour : { $names }.
ranked-order-unclear = L’ordre n’est pas certain ({ $names }) : seule l’année est connue.
same-day = { $count ->
    [0] Exactement le même jour : aucune autre.
   *[other] Exactement le même jour : *{ $names }*.
}
same-year = { $count ->
    [0] Aussi en { $year } : aucune autre.
   *[other] Aussi en { $year } : { $names }.
}
same-days = *Signés le même jour*
same-years = *La même année*
same-days-line = • { $date } : { $names }
name-date = { $name } ({ $date })

# Le calendrier
anniversaries = { $count ->
    [0] *{ $period }* : aucun anniversaire pour { $city } dans mes données.
    [one] *{ $period }* : un anniversaire pour { $city }
   *[other] *{ $period }* : { $count } anniversaires pour { $city }
}
anniversary-line = • { $name } – { $date } ({ $years ->
    [0] aujourd’hui même
    [1] premier anniversaire
   *[other] { $years } ans
})
anniversary-next = Le prochain :
anniversary-in-days = { $days ->
    [0] *Aujourd’hui, { $date } :*
    [1] Le prochain anniversaire est demain, *{ $date }* :
   *[other] Le prochain anniversaire est dans { $days } jours, le *{ $date }* :
}

# Lieux
city-summary = *{ $count ->
    [one] { $count } partenaire
   *[other] { $count } partenaires
}* dans { $countries } pays d’après mes données.
city-first = Premier : { $line }
city-latest = Dernier en date : { $line }
known-as = Nom lors de la signature : { $name }.

# Termes et histoire
overview-term = *Les mots du jumelage*
overview-term-title = Les mots du jumelage
overview-history = *Comment est né le jumelage*
overview-history-title = Comment est né le jumelage
overview-line = • *{ $title }* : { $short }
say-unknown = Mes données n’indiquent pas comment on le dit ({ $area }).
note = À noter : { $text } ({ $sources })

# Conversation
help-title = Ce que vous pouvez demander
help = *Posez-moi vos questions sur les villes jumelées*, avec vos propres mots :
help-line = • { $example }
help-example-1 = Quand Istanbul et Venise ont-elles été jumelées ?
help-example-2 = Berlin est-elle jumelée avec Istanbul ?
help-example-3 = Quelles villes allemandes sont partenaires ?
help-example-4 = Quels jumelages datent des années 90 ?
help-example-5 = Qui a été la première, Le Caire ou Lahore ?
help-example-6 = Que s’est-il passé le 17 novembre ?
help-example-7 = Comment disent les Italiens ?
help-example-8 = Comment est né le jumelage ?
help-commands = *Commandes*
help-command = /{ $name } – { $use }
greeting-title = Bonjour
greeting = Bonjour ! Je connais les villes jumelées : depuis quand deux villes sont partenaires, quels sont les partenaires d’une ville, ce que veulent dire les mots et comment tout a commencé. Demandez-moi par exemple : Quand { $city } et Venise ont-elles été jumelées ?
thanks-title = Je vous en prie
thanks = Avec plaisir ! N’hésitez pas à me poser d’autres questions.
identity-title = Qui je suis
identity = Je suis un *bot qui connaît les villes jumelées*. Je lis des questions posées simplement, je réponds d’après mes données et je cite une source pour chaque fait. Je ne suis pas une personne et je ne devine rien : quand je ne sais pas, je le dis.
privacy-title = Confidentialité
privacy = *Ce que je garde :* pour chaque discussion, ses réglages et les parties qui y ont été jouées ; pour chaque joueur, le nom, les réponses et les points. /hide vous retire des classements, /forget efface tout ce qui est enregistré sur vous. Votre dernière question reste dix minutes en mémoire pour que vous puissiez enchaîner ; elle n’est jamais écrite nulle part. Je n’enregistre aucun texte et je ne partage rien.
sources-title = Sources
sources-of-that = Cela vient de :
sources-state = Mes données contiennent { $claims } affirmations sur { $pairs } jumelages, tirées de { $sources } sources (état : { $date }). Chaque réponse cite les siennes.
credits = Noms de lieux : GeoNames (CC BY 4.0). Noms de pays, dates et nombres : Unicode CLDR. Mots courants : wordfreq (CC BY-SA 4.0).
certainty-title = Est-ce sûr ?
certainty = Je ne dis que ce que dit une source, avec la même précision qu’elle, et je la cite. Quand les sources divergent, je le signale. Ce qui n’est pas dans mes données peut tout de même exister. Si vous trouvez une erreur, merci d’en avertir les personnes qui me gèrent.
certainty-pair = *{ $name }* : { $agreeing ->
    [one] { $agreeing } source donne cette date
   *[other] { $agreeing } sources donnent cette date
}, { $differing ->
    [0] aucune ne la contredit.
    [one] une autre en donne une différente.
   *[other] { $differing } en donnent une différente.
}
coverage-title = Ce que je sais
coverage = Mes données contiennent { $claims } affirmations tirées de { $sources } sources : { $pairs } jumelages entre { $places } lieux.
home-title = Ville de référence
home = Ici, la ville de référence est *{ $city }* : quand vous ne nommez qu’une ville, je considère que l’autre est celle-là. Pour en changer : /home et un nom, par exemple /home Ankara
home-set = La ville de référence est maintenant *{ $city }*.
unknown_place-title = Lieu inconnu
unknown_place = Je ne connais aucun lieu nommé *{ $name }*. Je connais les pays et les villes du monde à partir de 15 000 habitants ; est-ce bien orthographié ?
which_place-title = { $name } : lequel ?
which_place = *{ $name }* : de quel lieu parlez-vous ?
which_place-doubtful = { $count ->
    [one] Je ne connais aucun lieu nommé *{ $name }*. Vouliez-vous dire celui-ci ?
   *[other] Je ne connais aucun lieu nommé *{ $name }*. Vouliez-vous dire l’un de ceux-ci ?
}
which_place-line = • { $place }
off_topic-title = Ce n’est pas mon sujet
off_topic = Ce n’est pas mon sujet : je ne connais que les jumelages entre villes.
unclear-title = Je n’ai pas compris
unclear = Je n’ai pas compris. Interrogez-moi sur une ville et ses partenaires, par exemple : Quand { $city } et Berlin ont-elles été jumelées ?
read-as = J’ai lu { $typed } comme *{ $name }*.
not-on-record = « { $condition } » : mes données ne le disent pas ; voici donc sans cette condition.

# Choix
choice-how-long = Depuis combien de temps ?
choice-list = Tous les partenaires
choice-terms = Les mots
choice-history = L’histoire
choice-today = Aujourd’hui
choice-another = Encore une
choice-following = Et le suivant ?
choice-previous-page = ‹ Page { $page }
choice-next-page = Page { $page } ›

# Commandes
command-ask = poser une question sur les jumelages
command-city = une ville et ses partenaires
command-today = les anniversaires du jour
command-random = quelque chose à savoir, au hasard
command-terms = les mots pour dire ville jumelée
command-history = comment est né le jumelage
command-home = la ville sous-entendue quand vous n’en nommez qu’une
command-language = la langue de mes réponses ici
command-sources = d’où viennent les faits
command-privacy = ce qui est conservé
command-help = ce que vous pouvez demander
command-start = dire bonjour

# The language of a chat
language-title = Langue
language = Je réponds dans la langue de la question. Quand elle ne se devine pas, je réponds ici en *{ $language }*. Une autre :
language-set = Quand une question ne dit pas sa langue, je réponds ici désormais en français.

# Tous les jumelages : chaînes, partenaires communs, les plus nombreux, les plus anciens
date-unknown = date non enregistrée
chain-title = { $a } → { $b }
chain = *{ $a }* et *{ $b }* sont à { $steps } jumelages l’une de l’autre :
chain-none = Aucune chaîne de jumelages de mes données ne mène de *{ $a }* à *{ $b }*.
shared = *{ $a }* et *{ $b }* ont { $count ->
    [one] un partenaire
   *[other] { $count } partenaires
} en commun :
shared-none = *{ $a }* et *{ $b }* n’ont aucun partenaire en commun dans mes données.
shared-line = • { $name } – { $a } : { $since_a } ; { $b } : { $since_b }
hubs-title = Les villes les plus jumelées
hubs-line = • { $name } – { $count ->
    [one] un partenaire
   *[other] { $count } partenaires
}
oldest-title = Les plus anciens jumelages
between-title = Jumelages
between = { $count ->
    [one] Un jumelage
   *[other] { $count } jumelages
} de { $places } lieux dans mes données :
choice-chain = Comment sont-elles reliées ?
choice-hubs = Les plus jumelées

# Lighter ties, and what is not known to stand
only-tie = C’est { $event ->
    [friendship_city] une amitié
   *[cooperation] un accord de coopération
} qui est attesté, et non un jumelage complet.
status-unknown = On ne sait pas s’il est encore en vigueur.
line-tie = ({ $event ->
    [friendship_city] amitié
   *[cooperation] coopération
})
