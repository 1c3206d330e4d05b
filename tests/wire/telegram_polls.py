"""The Bot API's methods about polls, and the votes of people in them."""

import copy

from tests.wire.telegram_lengths import check_length
from tests.wire.telegram_state import NotAllowedError, bad

LONGEST_QUESTION, LONGEST_OPTION, LONGEST_EXPLANATION = 300, 100, 200
LASTS = range(5, 2_628_001)


class Polls:
    """Mixed into the API's methods about messages."""

    def send_poll(self, chat_id, question, options, is_anonymous=True, type="regular", **rest):  # noqa: A002
        chat = self.state.chat(chat_id)
        check_length(question, LONGEST_QUESTION, "poll question")
        if not 1 <= len(options) <= 12:
            raise bad("poll must have at least 1 and at most 12 options")
        for option in options:
            check_length(option["text"], LONGEST_OPTION, "poll option")
        poll = {
            "id": self.state.new_name(),
            "question": question,
            "options": [
                {"persistent_id": str(n), "text": option["text"], "voter_count": 0} for n, option in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": is_anonymous,
            "type": type,
            "allows_multiple_answers": rest.pop("allows_multiple_answers", None) or False,
            "allows_revoting": type == "regular",
            "members_only": False,
            **self._ends(rest),
            **self._quizzes(type, options, rest),
        }
        self.state.polls[poll["id"]] = {"poll": poll, "votes": {}}
        return self._put(chat, {"poll": poll}, **rest)

    def _ends(self, rest):
        rest.pop("open_period", None)
        closes = rest.pop("close_date", None)
        if closes is None:
            return {}
        if int(closes) - self.state.now() not in LASTS:
            raise bad("poll close date is out of range")
        return {"close_date": int(closes)}

    @staticmethod
    def _quizzes(kind, options, rest):
        right, explanation = rest.pop("correct_option_ids", None), rest.pop("explanation", None) or ""
        if kind == "quiz" and not (right and all(0 <= n < len(options) for n in right)):
            raise bad("wrong correct option ID specified")
        check_length(explanation, LONGEST_EXPLANATION, "poll explanation")
        return {"correct_option_ids": right} if right else {}

    def stop_poll(self, chat_id, message_id, reply_markup=None):
        message = self.state.message(self.state.chat(chat_id), message_id, "be stopped")
        if message.get("poll", {}).get("is_closed", True):
            raise bad("poll has already been closed")
        message["poll"]["is_closed"] = True
        return copy.deepcopy(message["poll"])


class Voting:
    """Mixed into what people do."""

    def vote(self, chat_id, message_id, person_id, *options):
        """Choose these options by their indices; none takes the vote back. The update's id."""
        poll = self.state.chats[chat_id].messages[message_id]["poll"]
        votes = self.state.polls[poll["id"]]["votes"]
        is_again = poll["type"] == "quiz" and person_id in votes
        if poll["is_closed"] or is_again or (len(options) > 1 and not poll["allows_multiple_answers"]):
            raise NotAllowedError("vote")
        votes[person_id] = options
        for number, option in enumerate(poll["options"]):
            option["voter_count"] = sum(number in chosen for chosen in votes.values())
        poll["total_voter_count"] = sum(map(bool, votes.values()))
        if poll["is_anonymous"]:
            return self.updates.push("poll", poll)
        answer = {
            "poll_id": poll["id"],
            "user": self.state.persons[person_id].json(),
            "option_ids": list(options),
            "option_persistent_ids": [str(option) for option in options],
        }
        return self.updates.push("poll_answer", answer)
