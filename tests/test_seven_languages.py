"""Telegram in each of the seven languages: one bot as a process (`python -m bot run`), a Bot API
server on loopback, and for every language people who read nothing else.

What each language is asked and what must be seen stands in the table LANGUAGES; the tests below
it say what the bot does with it. `-k ru` runs them for one language.
"""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio

from bot.commands import COMMANDS
from bot.knowledge.store import Store
from tests.botapi import TOKEN, BotApiServer, Call, Fault, Group, User
from tests.conftest import store_at
from tests.fake_telegram import buttons, text
from tests.test_whole_process import LONG, start

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(frozen=True)
class Language:
    """What people say in a language (``asks_…``), and words of what they then see."""

    code: str
    #: What the language calls itself, on the buttons of /language.
    name: str
    greeting: str
    # The menus and the profile
    command_help: str
    command_language: str
    description: str
    short_description: str
    # A question and what follows it
    asks_venice: str
    venice: str
    asks_berlin: str
    berlin: str
    sources: str
    how_long: str
    # A list
    asks_list: str
    list_count: str
    page_2_of_3: str
    next_page: str
    previous_page: str
    # Names, and what is no subject
    asks_ambiguous: str
    which: str
    one_of_them: str
    the_one: str
    asks_nowhere: str
    nowhere: str
    asks_off_topic: str
    off_topic: str
    # Settings
    language_setting: str
    language_is_set: str
    # What only Telegram needs
    inline_help: str
    only_text: str
    stale_button: str
    stale_link: str
    administrators_only: str
    not_here: str
    error: str


ENGLISH = Language(
    code="en",
    name="English",
    greeting="Hello! I know sister cities and twin towns",
    command_help="what you can ask",
    command_language="the language of my answers here",
    description="Ask me about sister cities and twin towns",
    short_description="Sister cities and twin towns: who, since when and why.",
    asks_venice="When did Istanbul twin with Venice?",
    venice="Istanbul and Venice (Italy) have been partners since 8 June 2007.",
    asks_berlin="and Berlin?",
    berlin="Istanbul and Berlin (Germany) have been partners since 17 November 1989.",
    sources="Sources:",
    how_long="How long?",
    asks_list="What are Istanbul's twin towns?",
    list_count="42 partnerships:",
    page_2_of_3="Page 2 of 3",
    next_page="Page 2 ›",
    previous_page="‹ Page 1",
    asks_ambiguous="tell me about Toledo",
    which="Which Toledo do you mean?",
    one_of_them="Toledo, Spain",
    the_one="10 partners in 9 countries",
    asks_nowhere="when did Istanbul twin with Hogwarts?",
    nowhere="I know no place called Hogwarts.",
    asks_off_topic="what's the weather in Berlin?",
    off_topic="That is not my subject",
    language_setting="I answer in the language of the question.",
    language_is_set="I answer in English here from now on.",
    inline_help="What can I ask?",
    only_text="I can read only words.",
    stale_button="This button is out of date. Please ask me again.",
    stale_link="That link is out of date, but I am here:",
    administrators_only="Only an administrator of this group can change its settings.",
    not_here="I cannot keep a home city here.",
    error="Something went wrong on my side",
)
TURKISH = Language(
    code="tr",
    name="Türkçe",
    greeting="Merhaba! Ben kardeş şehirleri bilirim",
    command_help="neler sorabilirsiniz",
    command_language="buradaki yanıtlarımın dili",
    description="Bana kardeş şehirleri sorun",
    short_description="Kardeş şehirler: kim, ne zamandan beri, neden?",
    asks_venice="İstanbul ile Venedik ne zaman kardeş şehir oldu?",
    venice="İstanbul ile Venedik (İtalya) kardeş şehir. Başlangıç: 8 Haziran 2007.",
    asks_berlin="peki Berlin?",
    berlin="İstanbul ile Berlin (Almanya) kardeş şehir. Başlangıç: 17 Kasım 1989.",
    sources="Kaynaklar:",
    how_long="Kaç yıldır?",
    asks_list="İstanbul'un kardeş şehirleri hangileri?",
    list_count="42 kardeşlik:",
    page_2_of_3="Sayfa 2/3",
    next_page="Sayfa 2 ›",
    previous_page="‹ Sayfa 1",
    asks_ambiguous="Toledo hakkında bilgi ver",
    which="Hangi Toledo?",
    one_of_them="Toledo, İspanya",
    the_one="Kayıtlarımda 9 ülkede 10 kardeş şehir var.",
    asks_nowhere="İstanbul Hogwarts ile ne zaman kardeş oldu?",
    nowhere="Hogwarts adında bir yer bilmiyorum.",
    asks_off_topic="bana şiir yaz",
    off_topic="Bu benim konum değil",
    language_setting="Sorunun dilinde yanıtlarım.",
    language_is_set="bundan böyle burada Türkçe yanıtlarım.",
    inline_help="Neler sorabilirim?",
    only_text="Yalnızca yazı okuyabiliyorum.",
    stale_button="Bu düğmenin süresi dolmuş. Lütfen yeniden sorun.",
    stale_link="O bağlantının süresi dolmuş ama ben buradayım:",
    administrators_only="Bu grubun ayarlarını yalnızca bir yönetici değiştirebilir.",
    not_here="Burada ev şehri tutamıyorum.",
    error="Bende bir şeyler ters gitti",
)
GERMAN = Language(
    code="de",
    name="Deutsch",
    greeting="Hallo! Ich kenne mich mit Partnerstädten aus",
    command_help="was du fragen kannst",
    command_language="die Sprache meiner Antworten hier",
    description="Frag mich nach Partnerstädten",
    short_description="Partnerstädte: wer mit wem, seit wann und warum.",
    asks_venice="Seit wann sind Istanbul und Venedig Partnerstädte?",
    venice="Istanbul und Venedig (Italien) sind Partnerstädte seit dem 8. Juni 2007.",
    asks_berlin="und Berlin?",
    berlin="Istanbul und Berlin (Deutschland) sind Partnerstädte seit dem 17. November 1989.",
    sources="Quellen:",
    how_long="Wie lange schon?",
    asks_list="Welche Partnerstädte hat Istanbul?",
    list_count="42 Partnerschaften:",
    page_2_of_3="Seite 2 von 3",
    next_page="Seite 2 ›",
    previous_page="‹ Seite 1",
    asks_ambiguous="erzähl mir was über toledo",
    which="Welches toledo meinst du?",
    one_of_them="Toledo, Spanien",
    the_one="10 Partnerstädte in 9 Ländern",
    asks_nowhere="Seit wann ist Hogwarts Partnerstadt von Istanbul?",
    nowhere="Einen Ort namens Hogwarts kenne ich nicht.",
    asks_off_topic="Wie wird das Wetter morgen in Köln?",
    off_topic="Das ist nicht mein Thema",
    language_setting="Ich antworte in der Sprache der Frage.",
    language_is_set="antworte ich hier von nun an auf Deutsch.",
    inline_help="Was kann ich fragen?",
    only_text="Ich kann nur Worte lesen.",
    stale_button="Dieser Knopf ist veraltet. Bitte frag mich noch einmal.",
    stale_link="Dieser Link ist veraltet, aber ich bin da:",
    administrators_only="Nur wer diese Gruppe verwaltet, kann ihre Einstellungen ändern.",
    not_here="Hier kann ich mir keine Heimatstadt merken.",
    error="Bei mir ist etwas schiefgegangen",
)
FRENCH = Language(
    code="fr",
    name="Français",
    greeting="Bonjour ! Je connais les villes jumelées",
    command_help="ce que vous pouvez demander",
    command_language="la langue de mes réponses ici",
    description="Posez-moi vos questions sur les villes jumelées",
    short_description="Villes jumelées et villes sœurs : qui, depuis quand et pourquoi.",
    asks_venice="Depuis quand Istanbul et Venise sont-elles jumelées ?",
    venice="Istanbul et Venise (Italie) sont partenaires. Date du jumelage : 8 juin 2007.",
    asks_berlin="et Berlin ?",
    berlin="Istanbul et Berlin (Allemagne) sont partenaires. Date du jumelage : 17 novembre 1989.",
    sources="Sources",
    how_long="Depuis combien de temps ?",
    asks_list="Quelles sont les villes jumelées avec Istanbul ?",
    list_count="42 jumelages :",
    page_2_of_3="Page 2 sur 3",
    next_page="Page 2 ›",
    previous_page="‹ Page 1",
    asks_ambiguous="parle-moi de Toledo",
    which="Toledo : de quel lieu parlez-vous ?",
    one_of_them="Tolède, Espagne",
    the_one="10 partenaires dans 9 pays",
    asks_nowhere="Quand Istanbul a-t-elle été jumelée avec Poudlard ?",
    nowhere="Je ne connais aucun lieu nommé Poudlard.",
    asks_off_topic="Raconte une histoire drôle",
    off_topic="Ce n’est pas mon sujet",
    language_setting="Je réponds dans la langue de la question.",
    language_is_set="je réponds ici désormais en français.",
    inline_help="Que puis-je demander ?",
    only_text="Je ne sais lire que du texte.",
    stale_button="Ce bouton n’est plus valable. Reposez-moi la question, s’il vous plaît.",
    stale_link="Ce lien n’est plus valable, mais je suis là :",
    administrators_only="Seul un administrateur de ce groupe peut changer ses réglages.",
    not_here="Je ne peux pas retenir de ville de référence ici.",
    error="Quelque chose s’est mal passé de mon côté",
)
SPANISH = Language(
    code="es",
    name="Español",
    greeting="¡Hola! Sé de ciudades hermanas",
    command_help="qué puedes preguntar",
    command_language="el idioma de mis respuestas aquí",
    description="Pregúntame por ciudades hermanas",
    short_description="Ciudades hermanas: quién, desde cuándo y por qué.",
    asks_venice="¿Desde cuándo están hermanadas Estambul y Venecia?",
    venice="Estambul y Venecia (Italia) son ciudades hermanas. Fecha: 8 de junio de 2007.",
    asks_berlin="¿y Berlín?",
    berlin="Estambul y Berlín (Alemania) son ciudades hermanas. Fecha: 17 de noviembre de 1989.",
    sources="Fuentes:",
    how_long="¿Cuánto tiempo?",
    asks_list="¿Cuáles son las ciudades hermanas de Estambul?",
    list_count="42 hermanamientos:",
    page_2_of_3="Página 2 de 3",
    next_page="Página 2 ›",
    previous_page="‹ Página 1",
    asks_ambiguous="háblame de Toledo",
    which="¿A qué Toledo te refieres?",
    one_of_them="Toledo (España)",
    the_one="10 ciudades hermanas en 9 países",
    asks_nowhere="¿cuándo se hermanó Estambul con Hogwarts?",
    nowhere="No conozco ningún lugar llamado Hogwarts.",
    asks_off_topic="¿quién es el presidente de Rusia?",
    off_topic="Eso no es lo mío",
    language_setting="Respondo en el idioma de la pregunta.",
    language_is_set="aquí responderé desde ahora en español.",
    inline_help="¿Qué puedo preguntar?",
    only_text="Solo sé leer palabras.",
    stale_button="Este botón ya no sirve. Vuelve a preguntarme, por favor.",
    stale_link="Ese enlace ya no sirve, pero aquí estoy:",
    administrators_only="Solo un administrador de este grupo puede cambiar sus ajustes.",
    not_here="Aquí no puedo guardar una ciudad base.",
    error="Algo ha fallado por mi parte",
)
ITALIAN = Language(
    code="it",
    name="Italiano",
    greeting="Ciao! Conosco le città gemellate",
    command_help="che cosa puoi chiedere",
    command_language="la lingua delle mie risposte qui",
    description="Chiedimi delle città gemellate",
    short_description="Città gemellate: quali, da quando e perché.",
    asks_venice="Da quando Istanbul e Venezia sono gemellate?",
    venice="Istanbul è gemellata con Venezia (Italia). Data del gemellaggio: 8 giugno 2007.",
    asks_berlin="e Berlino?",
    berlin="Istanbul è gemellata con Berlino (Germania). Data del gemellaggio: 17 novembre 1989.",
    sources="Fonti:",
    how_long="Da quanto?",
    asks_list="Quali sono le città gemellate con Istanbul?",
    list_count="42 gemellaggi:",
    page_2_of_3="Pagina 2 di 3",
    next_page="Pagina 2 ›",
    previous_page="‹ Pagina 1",
    asks_ambiguous="parlami di Toledo",
    which="Quale Toledo intendi?",
    one_of_them="Toledo, Spagna",
    the_one="10 città gemellate in 9 Paesi",
    asks_nowhere="quando Istanbul si è gemellata con Hogwarts?",
    nowhere="Non conosco nessun luogo di nome Hogwarts.",
    asks_off_topic="dove si mangia bene a Bangkok?",
    off_topic="Questo non è il mio argomento",
    language_setting="Rispondo nella lingua della domanda.",
    language_is_set="d'ora in poi qui rispondo in italiano.",
    inline_help="Che cosa posso chiedere?",
    only_text="So leggere solo le parole.",
    stale_button="Questo pulsante non è più valido. Chiedimelo di nuovo, per favore.",
    stale_link="Quel link non è più valido, ma eccomi qui:",
    administrators_only="Solo un amministratore di questo gruppo può cambiarne le impostazioni.",
    not_here="Qui non posso memorizzare una città di casa.",
    error="Qualcosa è andato storto da parte mia",
)
RUSSIAN = Language(
    code="ru",
    name="Русский",
    greeting="Здравствуйте! Я знаю всё о городах-побратимах",
    command_help="о чём можно спросить",
    command_language="язык моих ответов здесь",
    description="Спросите меня о городах-побратимах",
    short_description="Города-побратимы: кто, с каких пор и зачем.",
    asks_venice="когда стамбул и венеция стали побратимами?",
    venice="Стамбул и Венеция (Италия) – города-побратимы. Дата: 8 июня 2007\u202fг.",
    asks_berlin="а с Берлином?",
    berlin="Стамбул и Берлин (Германия) – города-побратимы. Дата: 17 ноября 1989\u202fг.",
    sources="Источники:",
    how_long="Как давно?",
    asks_list="Какие города-побратимы у Стамбула?",
    list_count="42 партнёрства:",
    page_2_of_3="Страница 2 из 3",
    next_page="Страница 2 ›",
    previous_page="‹ Страница 1",
    asks_ambiguous="Триполи",
    which="Триполи: какое место вы имеете в виду?",
    one_of_them="Триполи, Ливия",
    the_one="Сараево (Босния и Герцеговина) – 1976",
    asks_nowhere="когда Стамбул породнился с Хогвартсом?",
    nowhere="Я не знаю места с названием Хогвартс",
    asks_off_topic="какая погода в Берлине?",
    off_topic="Это не моя тема",
    language_setting="Я отвечаю на языке вопроса.",
    language_is_set="отныне здесь я отвечаю по-русски.",
    inline_help="О чём можно спросить?",
    only_text="Я умею читать только слова.",
    stale_button="Эта кнопка устарела. Спросите, пожалуйста, ещё раз.",
    stale_link="Эта ссылка устарела, но я на месте:",
    administrators_only="Настройки этой группы может менять только её администратор.",
    not_here="Здесь я не могу запомнить домашний город.",
    error="У меня что-то пошло не так",
)
LANGUAGES = (ENGLISH, TURKISH, GERMAN, FRENCH, SPANISH, ITALIAN, RUSSIAN)


class Chat:
    """Somebody who talks to the running bot, in private or in a group of their own."""

    _ids = itertools.count(7001)

    def __init__(self, telegram: BotApiServer, code: str, *, group: bool = False) -> None:
        number = next(self._ids)
        self.telegram = telegram
        self.person = User(number, "Kim", code)
        self.group = Group(-1_000_000_000_000 - number, "Travellers") if group else None
        self.id = self.group.id if self.group else self.person.id

    async def write(self, words: str, **more: Any) -> Call:
        """The bot's message that a message brings."""
        make = self.telegram.make
        if self.group:
            update = make.group(words, self.person, self.group, **more)
        else:
            update = make.private(words, self.person, **more)
        return await self._does(update, "sendMessage", self._here)

    async def send(self, thing: dict[str, Any]) -> Call:
        """The bot's message that something without words brings."""
        update = self.telegram.make.private("", self.person, **thing)
        del update["message"]["text"]
        return await self._does(update, "sendMessage", self._here)

    async def press(self, under: Call, label: str) -> Call:
        """The change that a button brings to the message that it stands under."""
        pressed = self.telegram.make.press(under.result, label, self.person)
        edit = await self._does(pressed, "editMessageText", self._here)
        assert edit.parameters["message_id"] == under.result["message_id"]
        return edit

    async def press_stale(self, under: Call) -> Call:
        """What pops up for a button that no bot of today has sent."""
        pressed = self.telegram.make.callback("0ld", self.person, message=under.result)
        query = pressed["callback_query"]["id"]
        return await self._does(
            pressed,
            "answerCallbackQuery",
            lambda call: call.parameters["callback_query_id"] == query,
        )

    async def type_inline(self, words: str) -> Call:
        """What is offered while the bot's name and these words are typed."""
        typed = self.telegram.make.inline(words, self.person)
        query = typed["inline_query"]["id"]
        return await self._does(
            typed, "answerInlineQuery", lambda call: call.parameters["inline_query_id"] == query
        )

    async def mention_elsewhere(self, words: str) -> str:
        """What the bot says in a chat that it is not in."""
        mention = self.telegram.make.guest(words, self.person)
        query = mention["guest_message"]["guest_query_id"]
        call = await self._does(
            mention, "answerGuestQuery", lambda call: call.parameters["guest_query_id"] == query
        )
        return str(call.parameters["result"]["input_message_content"]["message_text"])

    def _here(self, call: Call) -> bool:
        return bool(call.parameters["chat_id"] == self.id and call.error is None)

    async def _does(
        self, update: dict[str, Any], method: str, fits: Callable[[Call], bool]
    ) -> Call:
        before = self.telegram.calls[-1]
        assert self.telegram.push(update)
        return await self.telegram.wait_for(method, fits, LONG, after=before)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram(
    store: Store, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[BotApiServer]:
    """Telegram with the bot running: one process for all languages, as it is in life."""
    home = store_at(tmp_path_factory.mktemp("bot") / "home")
    async with BotApiServer(query_lifetime=LONG) as telegram, start(home, telegram.url) as bot:
        await telegram.ready(LONG)
        yield telegram
        code, log = await bot.stop()
    assert code == 0, log
    assert telegram.violations == []
    for unwelcome in ("Warning:", "never awaited", TOKEN, "Venice", "Venedig", "венеция"):
        assert unwelcome not in log


in_each_language = pytest.mark.parametrize("spoken", LANGUAGES, ids=lambda spoken: spoken.code)


@in_each_language
async def test_menus_and_profile(telegram: BotApiServer, spoken: Language) -> None:
    account, code = telegram.account, spoken.code
    private, groups, english = (
        {command["command"]: command["description"] for command in account.commands[scope]}
        for scope in (
            ("all_private_chats", code),
            ("all_group_chats", code),
            # People of all other languages see English.
            ("all_private_chats", ""),
        )
    )
    assert list(private) == [command.name for command in COMMANDS]
    assert list(groups) == [command.name for command in COMMANDS if command.in_groups]
    assert groups.items() <= private.items()
    assert private["help"] == spoken.command_help
    assert private["language"] == spoken.command_language
    # Nothing was left untranslated.
    same = {name for name in private if private[name] == english[name]}
    assert same == (set(private) if spoken is ENGLISH else set())
    assert all(1 <= len(description) <= 256 for description in private.values())
    assert account.descriptions[code].startswith(spoken.description)
    assert len(account.descriptions[code]) <= 512
    assert account.short_descriptions[code].startswith(spoken.short_description)
    assert len(account.short_descriptions[code]) <= 120


@in_each_language
async def test_start_and_help(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code)
    assert text(await chat.write("/start")).startswith(spoken.greeting)
    assert f"/help – {spoken.command_help}" in text(await chat.write("/help"))


@in_each_language
async def test_a_question_its_source_and_a_follow_up(
    telegram: BotApiServer, spoken: Language
) -> None:
    chat = Chat(telegram, spoken.code)
    venice = await chat.write(spoken.asks_venice)
    assert text(venice).startswith(spoken.venice)
    assert spoken.sources in text(venice)
    assert "text_link" in {entity["type"] for entity in venice.result["entities"]}
    assert spoken.how_long in buttons(venice)
    assert text(await chat.write(spoken.asks_berlin)).startswith(spoken.berlin)


@in_each_language
async def test_a_list_turns_its_pages_in_place(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code)
    first = await chat.write(spoken.asks_list)
    assert spoken.list_count in text(first)
    assert list(buttons(first)) == [spoken.next_page]
    second = await chat.press(first, spoken.next_page)
    assert spoken.page_2_of_3 in text(second)
    assert spoken.previous_page in buttons(second)
    assert text(await chat.press(second, spoken.previous_page)) == text(first)


@in_each_language
async def test_an_ambiguous_name_is_asked_back(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code)
    which = await chat.write(spoken.asks_ambiguous)
    assert text(which).startswith(spoken.which)
    assert len(buttons(which)) == 2
    assert spoken.the_one in text(await chat.press(which, spoken.one_of_them))


@in_each_language
async def test_what_cannot_be_answered(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code)
    assert text(await chat.write(spoken.asks_nowhere)).startswith(spoken.nowhere)
    assert text(await chat.write(spoken.asks_off_topic)).startswith(spoken.off_topic)


@in_each_language
async def test_inline(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code)
    offered = (await chat.type_inline(spoken.asks_venice)).parameters
    assert offered["button"]["text"] == spoken.inline_help
    best = offered["results"][0]
    assert best["description"] == spoken.venice
    assert spoken.sources in best["input_message_content"]["message_text"]
    # Examples, before a word is typed.
    examples = (await chat.type_inline("")).parameters["results"]
    assert spoken.list_count in [example["description"] for example in examples]


@in_each_language
async def test_the_language_of_a_chat(telegram: BotApiServer, spoken: Language) -> None:
    before = LANGUAGES[LANGUAGES.index(spoken) - 1]
    chat = Chat(telegram, before.code)
    setting = await chat.write("/language")
    assert text(setting).startswith(before.language_setting)
    others = {language.name for language in LANGUAGES if language is not before}
    assert set(buttons(setting)) == others
    assert spoken.language_is_set in text(await chat.press(setting, spoken.name))
    assert text(await chat.write("/start")).startswith(spoken.greeting)
    # A question that tells its own language is answered in that.
    assert text(await chat.write(before.asks_venice)).startswith(before.venice)
    # And back, in words.
    back = await chat.write(f"/language {before.name}")
    assert before.language_is_set in text(back)
    assert text(await chat.write("/start")).startswith(before.greeting)


@in_each_language
async def test_a_name_of_many_languages(telegram: BotApiServer, spoken: Language) -> None:
    """The language of the chat counts where a text does not tell its own."""
    before = LANGUAGES[LANGUAGES.index(spoken) - 1]
    chat = Chat(telegram, before.code)
    await chat.write(f"/language {spoken.name}")
    assert spoken.berlin in text(await chat.write("Berlin"))


@in_each_language
async def test_a_group(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code, group=True)
    answer = await chat.write(f"/ask {spoken.asks_venice}")
    assert text(answer).startswith(spoken.venice)
    assert answer.result["reply_to_message"]["text"] == f"/ask {spoken.asks_venice}"
    following = await chat.write(spoken.asks_berlin, reply_to=answer.result)
    assert text(following).startswith(spoken.berlin)
    assert text(await chat.write("/home Ankara")) == spoken.administrators_only


@in_each_language
async def test_a_guest(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code)
    assert spoken.sources in await chat.mention_elsewhere(spoken.asks_venice)
    assert spoken.not_here in await chat.mention_elsewhere("/home Ankara")


@in_each_language
async def test_what_is_out_of_date_or_no_text(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code)
    welcome = await chat.write("/start 0ld")
    assert text(welcome).startswith(f"{spoken.stale_link}\n\n{spoken.greeting}")
    popped_up = (await chat.press_stale(welcome)).parameters
    assert popped_up["text"] == spoken.stale_button
    assert popped_up["show_alert"]
    picture = {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 9, "height": 9}]}
    assert text(await chat.send(picture)).startswith(spoken.only_text)


@in_each_language
async def test_a_failure(telegram: BotApiServer, spoken: Language) -> None:
    chat = Chat(telegram, spoken.code)
    to_this_chat: Callable[[dict[str, Any]], bool] = lambda sent: sent["chat_id"] == chat.id  # noqa: E731
    telegram.fail("sendMessage", Fault.bad_gateway(), 1, to_this_chat)
    assert text(await chat.write(spoken.asks_venice)).startswith(spoken.error)
