# Ce dont seul Telegram a besoin. Les descriptions des commandes sont dans messages.ftl.

# Le profil du bot, avant que personne ne lui ait écrit : 512 caractères au plus.
telegram-description =
    Posez-moi vos questions sur les villes jumelées : depuis quand deux villes sont partenaires, quels partenaires a une ville, ce que veulent dire les mots du jumelage et comment tout a commencé.

    Chaque fait est accompagné de sa source. Je réponds aussi dans les groupes (/ask) et, depuis n’importe quelle discussion, à mon nom suivi d’une question.
# La ligne courte du profil et des liens partagés : 120 caractères au plus.
telegram-short-description = Villes jumelées et villes sœurs : qui, depuis quand et pourquoi. Chaque fait avec sa source.
# Le bouton au-dessus des résultats pendant que quelqu’un écrit au bot depuis une autre discussion.
telegram-inline-help = Que puis-je demander ?
# Une image, un message vocal ou un autocollant dans une discussion privée.
telegram-only-text = Je ne sais lire que du texte. Interrogez-moi par exemple sur une ville et ses partenaires.
# Un bouton dont le bot ne peut plus lire les données.
telegram-stale-button = Ce bouton n’est plus valable. Reposez-moi la question, s’il vous plaît.
# Un lien vers le bot qu’il ne peut pas lire ; suit une salutation.
telegram-stale-link = Ce lien n’est plus valable, mais je suis là :
# Quelqu’un veut changer la ville de référence d’un groupe sans en être administrateur.
telegram-administrators-only = Seul un administrateur de ce groupe peut changer ses réglages.
# Quelqu’un veut régler la ville de référence d’une discussion dont le bot ne fait pas partie.
telegram-not-here = Je ne peux pas retenir de ville de référence ici. Dites-le-moi dans notre discussion privée, ou ajoutez-moi à ce groupe.
# Une erreur est survenue dans le bot.
telegram-error = Quelque chose s’est mal passé de mon côté, je suis désolé. Reposez-moi la question, s’il vous plaît.
