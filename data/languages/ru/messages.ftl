# Что говорит бот. *Звёздочки* выделяют слова; всё остальное – обычный текст.
# Названия приходят в именительном падеже, даты – в виде «8 июня 2007 г.», «апрель 2016 г.» или
# «1988»: предложения построены так, чтобы ничего не пришлось склонять.

sources-label = { $count ->
    [one] Источник
   *[other] Источники
}
heading = *{ $text }*

# Пара городов
pair-since = *{ $a }* и *{ $b }* – города-побратимы. Дата: *{ $date }*
pair-yes = Да, *{ $a }* и *{ $b }* – города-побратимы. Дата: *{ $date }*
pair-years = { $certain ->
    [yes] *{ $a }* и *{ $b }* – города-побратимы { $years ->
        [0] менее года
        [one] *{ $years } год*
        [few] *{ $years } года*
       *[other] *{ $years } лет*
    }. Дата: *{ $date }*
   *[no] *{ $a }* и *{ $b }* – города-побратимы { $years ->
        [one] *{ $fewer } или { $years } год*
        [few] *{ $fewer } или { $years } года*
       *[other] *{ $fewer } или { $years } лет*
    }. Дата: *{ $date }*
}
pair-still = *{ $a }* и *{ $b }* остаются побратимами, начало: *{ $date }*; о прекращении записей нет.
ended-heading = *{ $city }*: прекращённые или приостановленные связи
ended-none = В моих записях нет прекращённых побратимских связей: *{ $city }*
pair-undated = *{ $a }* и *{ $b }* значатся побратимами; дата в моих записях не указана.
pair-over = { $status ->
    [suspended] *{ $a }* и *{ $b }* стали побратимами (дата: { $since }), но партнёрство приостановлено{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* и *{ $b }* больше не побратимы. Начало: { $since }; конец: { $end ->
        [unknown] дата неизвестна.
       *[other] *{ $end }*
    }
}
pair-over-undated = { $status ->
    [suspended] *{ $a }* и *{ $b }*: партнёрство приостановлено{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* и *{ $b }* больше не побратимы{ $end ->
        [unknown] .
       *[other] { " " }(конец: *{ $end }*).
    }
} Когда оно началось, в записях не указано.
pair-unknown = *{ $a }* и *{ $b }*: о таком партнёрстве в моих записях ничего нет.
only-year = Известен только год.
only-month = Известен только месяц.
disputed = { $source } называет другую дату: { $date }
earlier-tie = { $event ->
    [friendship_city] Ранее записаны дружеские отношения: { $date } ({ $source }).
   *[other] Ранее записано соглашение о сотрудничестве: { $date } ({ $source }).
}
reach-listed = { $city }: в моих записях { $count ->
    [one] { $count } партнёрство
    [few] { $count } партнёрства
   *[other] { $count } партнёрств
}, последнее – { $year }. То, чего в них нет, всё же может существовать.
reach = В моих записях { $pairs ->
    [one] { $pairs } партнёрство
    [few] { $pairs } партнёрства
   *[other] { $pairs } партнёрств
} и { $places ->
    [one] { $places } место
    [few] { $places } места
   *[other] { $places } мест
}. То, чего в них нет, всё же может существовать.
why-in-general = Причину отдельного партнёрства мои записи не называют. В общем же:

# Кто был раньше
earlier-first = Раньше: *{ $first }*. Позже: { $later }.
earlier-same = В один и тот же день: { $names }.
earlier-unclear = Что было раньше, сказать не могу: известные даты для этого недостаточно точны.

# Списки
list-heading = *{ $heading }*
list-count = { $narrowed ->
    [yes] { $count ->
        [one] { $count } партнёрство из { $all }:
        [few] { $count } партнёрства из { $all }:
       *[other] { $count } партнёрств из { $all }:
    }
   *[no] { $count ->
        [one] { $count } партнёрство:
        [few] { $count } партнёрства:
       *[other] { $count } партнёрств:
    }
}
list-line = • { $name } – { $date }{ $end ->
    [none] { "" }
   *[other] { " " }(окончание: { $end })
}
pair-names = { $a } и { $b }
list-line-over = • { $name } – { $date ->
    [none] дата не указана
   *[other] { $date }
} ({ $status ->
    [suspended] приостановлено
   *[ended] прекращено
}{ $end ->
    [unknown] )
   *[other] : { $end })
}
list-line-undated = • { $name } – дата не указана
list-page = Страница { $page } из { $pages }
list-none = *{ $heading }*: в моих записях нет ни одного партнёрства.
city-unknown = *{ $city }*: в моих записях нет ни одного партнёрства этого города.
outside = кроме: { $area }
period-until = по { $date } включительно
period-since = начиная с { $date }
count-partners = *{ $heading }*: { $narrowed ->
    [yes] *{ $count }* из { $all } партнёрств.
   *[no] { $count ->
        [one] *{ $count }* партнёрство.
        [few] *{ $count }* партнёрства.
       *[other] *{ $count }* партнёрств.
    }
}
count-area = • { $area }: *{ $count }*
count-together = Вместе: *{ $count }*
count-countries = { $count ->
    [one] Стран: { $count }.
   *[other] Стран: { $count }.
}
countries = { $partners ->
    [one] *{ $partners }* партнёр
    [few] *{ $partners }* партнёра
   *[other] *{ $partners }* партнёров
} в { $count ->
    [one] *{ $count }* стране:
   *[other] *{ $count }* странах:
}
countries-line = { $names }.
country-count = { $count ->
    [one] { $country }
   *[other] { $country } ({ $count })
}
ranked = { $order ->
    [first] { $number ->
        [1] Первый побратим в моих записях
       *[other] Номер { $number } в моих записях, считая с первого
    }
   *[latest] { $number ->
        [1] Последний по времени побратим в моих записях
       *[other] Номер { $number } в моих записях, считая с последнего
    }
} ({ $heading }): *{ $name }*, *{ $date }*
ranked-several = { $order ->
    [first] *{ $heading }*: самые ранние в моих записях
   *[latest] *{ $heading }*: самые поздние в моих записях
}
ranked-too-far = *{ $heading }*: партнёрств с датой всего { $count }, номера { $number } среди них нет.
ranked-same-day = В тот же самый день: { $names }.
ranked-order-unclear = Кто был раньше, неясно (ещё: { $names }): известен только год.
same-day = { $count ->
    [0] В тот же самый день: больше никого.
   *[other] В тот же самый день: *{ $names }*.
}
same-year = { $count ->
    [0] { $year } год: больше никого.
   *[other] Также { $year } год: { $names }.
}
same-days = *Подписаны в один день*
same-years = *В одном году*
same-days-line = • { $date }: { $names }
name-date = { $name } ({ $date })

# Календарь
anniversaries = { $count ->
    [0] *{ $period }*: в моих записях годовщин нет ({ $city }).
    [one] *{ $period }*: { $count } годовщина ({ $city })
    [few] *{ $period }*: { $count } годовщины ({ $city })
   *[other] *{ $period }*: { $count } годовщин ({ $city })
}
anniversary-line = • { $name } – { $date } ({ $years ->
    [0] сегодня
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
})
anniversary-next = Ближайшая:
anniversary-in-days = { $days ->
    [0] *Сегодня, { $date }:*
    [1] Ближайшая годовщина – завтра, *{ $date }*:
    [one] Ближайшая годовщина – через { $days } день, *{ $date }*:
    [few] Ближайшая годовщина – через { $days } дня, *{ $date }*:
   *[other] Ближайшая годовщина – через { $days } дней, *{ $date }*:
}

# Места
city-summary = В моих записях { $count ->
    [one] *{ $count } партнёр*
    [few] *{ $count } партнёра*
   *[other] *{ $count } партнёров*
} в { $countries ->
    [one] { $countries } стране
   *[other] { $countries } странах
}.
city-first = Первый: { $line }
city-latest = Последний: { $line }
known-as = Подписано под именем { $name }.

# Термины и история
overview-term = *Как называют города-побратимы*
overview-term-title = Как называют города-побратимы
overview-history = *Как появилось побратимство*
overview-history-title = Как появилось побратимство
overview-line = • *{ $title }*: { $short }
say-unknown = { $area }: как там говорят, в моих записях нет.
note = По другим данным: { $text } ({ $sources })

# Разговор
help-title = О чём можно спросить
help = *Спрашивайте о городах-побратимах* своими словами:
help-line = • { $example }
help-example-1 = Когда Стамбул и Венеция стали побратимами?
help-example-2 = Берлин – побратим Стамбула?
help-example-3 = Какие немецкие города – побратимы Стамбула?
help-example-4 = Кто стал побратимом в 90-е?
help-example-5 = Кто был раньше, Каир или Лахор?
help-example-6 = Что произошло 17 ноября?
help-example-7 = Как это называют французы?
help-example-8 = С чего началось побратимство?
help-commands = *Команды*
help-command = /{ $name } – { $use }
greeting-title = Здравствуйте
greeting = Здравствуйте! Я знаю всё о городах-побратимах: с каких пор два города дружат, кто у города в побратимах, что значат слова и как всё начиналось. Спросите, например: когда { $city } и Венеция стали побратимами?
thanks-title = Пожалуйста
thanks = Пожалуйста! Спрашивайте ещё, когда захотите.
identity-title = Кто я
identity = Я *бот, который знает города-побратимы*. Я читаю вопросы на обычном языке, отвечаю по своим записям и к каждому факту называю источник. Я не человек и не гадаю: если чего-то в моих записях нет, так и говорю.
privacy-title = Конфиденциальность
privacy = *Что я храню:* о чате – его настройки и сыгранные в нём раунды; об игроке – имя, ответы и очки. /hide убирает вас из таблиц, /forget удаляет всё, что о вас сохранено. Ваш последний вопрос остаётся в памяти на десять минут, чтобы можно было спросить дальше; он нигде не записывается. Тексты сообщений я не записываю и ничего никому не передаю.
sources-title = Источники
sources-of-that = Это взято отсюда:
sources-state = В моих записях { $claims ->
    [one] { $claims } утверждение
    [few] { $claims } утверждения
   *[other] { $claims } утверждений
}, { $pairs ->
    [one] { $pairs } партнёрство
    [few] { $pairs } партнёрства
   *[other] { $pairs } партнёрств
} и { $sources ->
    [one] { $sources } источник
    [few] { $sources } источника
   *[other] { $sources } источников
} (по состоянию на: { $date }). Каждый ответ называет свой источник.
credits = Названия мест: GeoNames (CC BY 4.0). Названия стран, даты и числа: Unicode CLDR. Частые слова: wordfreq (CC BY-SA 4.0).
certainty-title = Насколько это точно
certainty = Я говорю только то, что сказано в источнике, и с той же точностью, и называю этот источник. Где источники расходятся, я так и говорю. То, чего в моих записях нет, всё же может существовать. Если найдёте ошибку, сообщите, пожалуйста, тем, кто меня ведёт.
certainty-pair = *{ $name }:* { $agreeing ->
    [one] эту дату называет { $agreeing } источник
    [few] эту дату называют { $agreeing } источника
   *[other] эту дату называют { $agreeing } источников
}, { $differing ->
    [0] ни один не называет другой.
    [one] другую – { $differing } источник.
    [few] другую – { $differing } источника.
   *[other] другую – { $differing } источников.
}
coverage-title = Что я знаю
coverage = В моих записях { $claims ->
    [one] { $claims } утверждение
    [few] { $claims } утверждения
   *[other] { $claims } утверждений
} из { $sources ->
    [one] { $sources } источника
   *[other] { $sources } источников
}: { $pairs ->
    [one] { $pairs } партнёрство
    [few] { $pairs } партнёрства
   *[other] { $pairs } партнёрств
} и { $places ->
    [one] { $places } место
    [few] { $places } места
   *[other] { $places } мест
}.
home-title = Домашний город
home = Домашний город здесь – *{ $city }*: если вы называете только один город, вторым я считаю его. Изменить: /home и название, например: /home Анкара
home-set = Домашний город теперь – *{ $city }*.
unknown_place-title = Нет такого места
unknown_place = Я не знаю места с названием *{ $name }*. Я знаю страны и города мира от 15 000 жителей; так ли оно пишется?
which_place-title = { $name }: какое место?
which_place = *{ $name }*: какое место вы имеете в виду?
which_place-doubtful = { $count ->
    [one] Я не знаю места с названием *{ $name }*. Вы имели в виду это?
   *[other] Я не знаю места с названием *{ $name }*. Может быть, одно из этих?
}
which_place-line = • { $place }
off_topic-title = Не моя тема
off_topic = Это не моя тема: я знаю только города-побратимы.
unclear-title = Я не понял
unclear = Я этого не понял. Спросите о городе и его побратимах, например: когда { $city } и Берлин стали побратимами?
read-as = Я прочитал { $typed } как *{ $name }*.
not-on-record = «{ $condition }»: в моих записях этого нет, поэтому здесь без этого условия.

# Кнопки
choice-how-long = Как давно?
choice-list = Все побратимы
choice-terms = Термины
choice-history = История
choice-today = Сегодня
choice-another = Ещё один
choice-following = А следующий?
choice-previous-page = ‹ Страница { $page }
choice-next-page = Страница { $page } ›

# Команды
command-ask = спросить что угодно о городах-побратимах
command-city = город и его побратимы
command-today = годовщины сегодня
command-random = что-нибудь наугад
command-terms = как называют города-побратимы
command-history = как появилось побратимство
command-home = город, который имеется в виду, если назван только один
command-language = язык моих ответов здесь
command-sources = откуда взяты факты
command-privacy = что хранится
command-help = о чём можно спросить
command-start = поздороваться

# The language of a chat
language-title = Язык
language = Я отвечаю на языке вопроса. Если его не узнать, здесь я отвечаю так: *{ $language }*. Другой язык:
language-set = Если по вопросу не узнать язык, отныне здесь я отвечаю по-русски.

# Все партнёрства: цепочки, общее, самые связанные и самые старые
date-unknown = дата неизвестна
chain-title = { $a } → { $b }
chain = *{ $a }* и *{ $b }* связаны цепочкой из { $steps } { $steps ->
    [one] партнёрства
   *[other] партнёрств
}:
chain-none = В моих записях нет цепочки партнёрств, которая связывает: *{ $a }* и *{ $b }*.
shared = Общие партнёры (*{ $a }* и *{ $b }*): { $count }
shared-none = *{ $a }* и *{ $b }*: общих партнёров в моих записях нет.
shared-line = • { $name } – { $a }: { $since_a }; { $b }: { $since_b }
hubs-title = Города с наибольшим числом партнёров
hubs-line = • { $name } – { $count } { $count ->
    [one] партнёр
    [few] партнёра
   *[other] партнёров
}
oldest-title = Самые старые партнёрства
between-title = Партнёрства
between = В моих записях { $count } { $count ->
    [one] партнёрство
    [few] партнёрства
   *[other] партнёрств
}, мест: { $places }.
choice-chain = Как они связаны?
choice-hubs = Больше всего партнёров

# Lighter ties, and what is not known to stand
only-tie = В записях это { $event ->
    [friendship_city] дружба
   *[cooperation] соглашение о сотрудничестве
}, а не полное партнёрство.
status-unknown = Действует ли оно до сих пор, неизвестно.
line-tie = ({ $event ->
    [friendship_city] дружба
   *[cooperation] сотрудничество
})
