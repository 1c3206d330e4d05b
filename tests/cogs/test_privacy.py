"""/privacy and /mydata: what is kept is told, given out, and forgotten, and what must stay is said."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Answer, RemoveThread, Sanction
from bot.core.capabilities import Capability
from bot.core.cases import Case
from bot.core.decisions import Decision
from bot.core.ids import DISCORD, ChannelRef, Place
from bot.core.linking import Linked
from bot.core.people import Rank
from bot.core.record import Arrival, Language
from bot.runtime.aliases import Aliases
from bot.runtime.community import Privacy
from tests.build import ANN, BOB, MOD, NOON, direct, person
from tests.fakes.town import DANA, GUILD, LOBBY, PLACES, STAFF, messengers

HOME = direct(ANN.user)
SECRET = "my cat is called Behemoth"
ZOE = person("Zoe Unmistakable", "70411223344")
ZOE_HOME = direct(ZOE.user)
FORUM = Place(ChannelRef(DISCORD, "d9"), GUILD)


async def written(bot, *rows):
    await bot.store.ledger.commit(bot.key, "", Decision(rows=rows), bot.clock.now())


async def exported(bot, who=ZOE):
    await bot.asks(who, "mydata", direct(who.user), what="export")
    (file,) = bot.did(Answer)[-1].files
    with zipfile.ZipFile(io.BytesIO(file.data)) as folder:
        return json.loads(folder.read("mydata.json")), folder.read("mydata.txt").decode()


async def forgotten(bot, who=ZOE):
    asked = await bot.asks(who, "mydata", direct(who.user), what="delete")
    done = await bot.presses(who, "button-forget-me", direct(who.user))
    await bot.waits(minutes=12)
    return asked, done


def case(number, who=ZOE, sanction=Sanction.WARN, **more):
    return Case(number, LOBBY.space, who.user, who.name, sanction, NOON, MOD.user, "Mo", reason=SECRET, **more)


async def test_privacy_tells_of_everything_that_is_declared_with_the_times_of_this_community(town):
    bot = await town(privacy=Privacy(keep_answers=timedelta(days=12)))
    told = await bot.asks(ANN, "privacy", HOME)
    for kind in bot.store.personal.kinds:
        assert kind.tables
    assert len(told.splitlines()) == len(bot.store.personal.kinds) + 2
    assert "Which answers from the FAQ you were given – 12 days; deleted when you ask." in told
    assert "switched off" in told


async def test_everything_about_her_is_in_the_file_and_nothing_about_others(town):
    bot = await town()
    await bot.says(ZOE, SECRET, ZOE_HOME)
    await bot.says(BOB, "quite another matter", direct(BOB.user))
    await bot.asks(ZOE, "language", language="pl")
    await written(bot, case(1), case(2, BOB), Arrival(LOBBY.space, ZOE.user, NOON))
    records, text = await exported(bot)
    assert {"cases", "conversations", "conversation_entries", "languages", "arrivals"} <= set(records)
    assert records["conversation_entries"][0]["text"] == SECRET
    assert SECRET in text
    assert records["cases"][0]["reason"] == SECRET
    assert "by_name" not in records["cases"][0]
    assert "another matter" not in json.dumps(records) + text
    assert "spotkało" in text, "it is in her language"


async def test_notes_among_the_team_are_not_in_the_file(town):
    bot = await town()
    await bot.says(ZOE, SECRET, ZOE_HOME)
    talk = await bot.store.conversations.find(bot.key, 1)
    home = await bot.store.conversations.home(bot.key, talk.number)
    await bot.says(MOD, "she is a bit odd", STAFF, reply_to=home)
    assert "a bit odd" in str(await bot.store.conversations.entries(bot.key, 1))
    records, text = await exported(bot)
    assert "a bit odd" not in json.dumps(records) + text


async def test_linked_accounts_are_exported_and_forgotten_together(town):
    bot = await town()
    await written(
        bot, Linked(ANN.user, "p", NOON), Linked(DANA.user, "p", NOON), case(1, DANA), Language(DANA.user, "pl")
    )
    records, _ = await exported(bot, ANN)
    assert [row["user"] for row in records["cases"]] == [str(DANA.user)]
    await forgotten(bot, ANN)
    assert await bot.store.people.language(bot.key, DANA.user) is None
    assert len(await bot.store.fairness.links.accounts(bot.key, ANN.user)) == 1


async def test_no_byte_of_her_is_left_in_the_database(town, tmp_path):
    file = tmp_path / "b.db"
    bot = await town(file=str(file), stores=lambda store: store)
    await bot.says(ZOE, SECRET, ZOE_HOME)
    await bot.says(ZOE, "and my other secret", ZOE_HOME)
    await written(bot, case(1), Language(ZOE.user, "pl"), Linked(ZOE.user, "p", NOON))
    before = b"".join(one.read_bytes() for one in tmp_path.glob("b.db*"))
    needles = (ZOE.user.native.encode(), b"Unmistakable", b"Behemoth", b"other secret")
    assert all(needle in before for needle in needles)
    _, done = await forgotten(bot)
    assert "you are forgotten" in done
    await bot.store.purge(bot.key, bot.clock.now(), Privacy())
    left = b"".join(one.read_bytes() for one in tmp_path.glob("b.db*"))
    assert [needle for needle in needles if needle in left] == []


async def test_what_still_holds_stays_until_it_is_over_and_she_is_told(town):
    bot = await town()
    until = NOON + timedelta(days=3)
    await written(bot, case(1, sanction=Sanction.MUTE, until=until), case(2), Arrival(LOBBY.space, ZOE.user, NOON))
    asked, done = await forgotten(bot)
    assert "a ban or mute that still holds" in asked
    assert "a ban or mute that still holds" in done
    kept, gone = await bot.store.cases.find(bot.key, 1), await bot.store.cases.find(bot.key, 2)
    assert kept.user == ZOE.user
    assert kept.reason == SECRET
    assert gone.user.platform == "gone"
    assert gone.reason == ""
    assert gone.user_name.startswith("~")
    await bot.waits(days=4)
    await bot.store.purge(bot.key, bot.clock.now(), Privacy())
    over = await bot.store.cases.find(bot.key, 1)
    assert over.user == gone.user
    assert over.reason == ""


async def test_strikes_of_somebody_forgotten_still_count_if_she_comes_back(town):
    bot = await town()
    await written(bot, case(1, strikes=2))
    await forgotten(bot)
    assert await bot.store.cases.strikes(bot.key, ZOE.user, None) == 2
    assert (await bot.store.cases.tally(bot.key, ZOE.user)).strikes == 2
    assert await bot.store.cases.strikes(bot.key, BOB.user, None) == 0


async def test_what_she_writes_after_she_was_forgotten_is_hers_again(town):
    bot = await town()
    await written(bot, case(1, sanction=Sanction.BAN))
    await forgotten(bot)
    await bot.says(ZOE, "I am back", ZOE_HOME)
    await bot.waits(days=1)
    await bot.store.purge(bot.key, bot.clock.now(), Privacy())
    records, _ = await exported(bot)
    assert records["conversation_entries"][0]["text"] == "I am back"


async def test_the_thread_goes_and_the_team_hears_why_without_a_name(town):
    platforms = messengers()
    platforms[1].places["#inbox"] = FORUM
    for platform in platforms:
        platform.can = replace(platform.can, has=platform.can.has | {Capability.THREADS})
    bot = await town(places={**PLACES, "inbox": {DISCORD: "#inbox"}}, platforms=platforms)
    await bot.says(ZOE, SECRET, ZOE_HOME)
    await forgotten(bot)
    assert len(bot.did(RemoveThread)) == 1
    assert bot.sends(STAFF)[-1] == "Conversation 1 is gone: the member asked to be forgotten."
    (line,) = [one for one in await bot.store.fairness.audits.page(bot.key, 20) if one.act == "mydata delete"]
    assert "Zoe" not in str(line)
    assert ZOE.user.native not in str(line)


async def test_whoever_is_blocked_stays_blocked(town):
    bot = await town()
    await bot.says(ZOE, SECRET, ZOE_HOME)
    await bot.asks(MOD, "block", STAFF, conversation=1)
    await forgotten(bot)
    assert (await bot.store.conversations.of(bot.key, ZOE.user)).blocked
    assert SECRET not in str(await bot.store.conversations.entries(bot.key, 1))


async def test_who_is_not_a_member_any_more_can_do_it_in_private(town):
    bot = await town()
    stranger = replace(ZOE, rank=Rank.GUEST)
    await written(bot, case(1, sanction=Sanction.BAN))
    records, _ = await exported(bot, stranger)
    assert records["cases"]
    _, done = await forgotten(bot, stranger)
    assert "you are forgotten" in done


async def test_nobody_else_can_press_the_button(town):
    bot = await town()
    await written(bot, case(1))
    await bot.asks(ZOE, "mydata", ZOE_HOME, what="delete")
    await bot.presses(BOB, "button-forget-me", ZOE_HOME)
    assert (await bot.store.cases.find(bot.key, 1)).user == ZOE.user


def test_an_alias_needs_the_key():
    one, other = Aliases((b"a",)).of(ZOE.user), Aliases((b"b",)).of(ZOE.user)
    assert one != other
    assert ZOE.user.native not in str(one)
    assert Aliases().of(ZOE.user) == ()
