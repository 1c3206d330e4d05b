"""The process around the bot, without a process."""

from dataclasses import dataclass, field

from bot.core.text import say
from bot.runtime.services import ConfigCheck


@dataclass
class FakeHost:
    """A config that says "broken" is refused; ``engine`` is filled in by whoever builds the bot."""

    engine: object = None
    text: str = "version: 1\n"
    code: str = "K7QX-2M9P"
    applied: list[str] = field(default_factory=list)
    switched: list[str] = field(default_factory=list)
    watching: list[str] = field(default_factory=list)
    feeds: dict[str, str] = field(default_factory=dict)
    full: bool = False

    def commands(self):
        return self.engine.offered()

    def paste(self, place):
        platform = self.engine.platforms[place.platform]
        return f'{platform.dialect}: "{platform.paste(place)}"'

    def link(self, message):
        return self.engine.platforms[message.place.platform].link(message)

    def bind_code(self):
        return self.code

    def health(self):
        return say(
            "health", up=self.engine.parts.clock.now() - self.engine.parts.clock.now(), events=self.engine.events
        )

    async def write_feed(self, folder, name, text):
        if self.full:
            return "No space left on device"
        self.feeds[f"{folder}/{name}"] = text
        return ""

    async def config_text(self, community):
        return self.text

    async def check_config(self, community, text):
        if "broken" in text:
            return ConfigCheck(("community.yaml:1:1: this is broken",))
        return ConfigCheck((), "" if text == self.text else f"+ {text}")

    async def apply_config(self, community, text, by):
        check = await self.check_config(community, text)
        if not check.faults:
            self.text = text
            self.applied.append(text)
        return check

    async def switch_on(self, community, rule, by):
        if rule == "gone":
            return ConfigCheck(('there is no rule "gone" in the config any more',))
        self.switched.append(rule)
        return ConfigCheck(())

    async def only_watch(self, community, rule, by):
        if rule == "gone":
            return ConfigCheck(('there is no rule "gone" in the config any more',))
        self.watching.append(rule)
        return ConfigCheck(())
