"""
The cluster query language of placement constraints, as far as it asks for attributes, for the groups of an instance's
tasks and for its id; all else holds.
"""

import re

TOKEN = re.compile(r"\s*(\(|\)|\[|\]|,|==|!=|=~|!~|[^\s()\[\],=!]+(?:[^\s()\[\],=!]|=(?!=|~))*|!)")


def matches(expression: str, subjects: dict[str, set[str]]) -> bool:
    """The subjects are what may be asked for, each with the values that the instance has of it."""
    return Query(TOKEN.findall(expression), subjects).any_of()


class Query:
    def __init__(self, tokens: list[str], subjects: dict[str, set[str]]):
        self.tokens, self.subjects = tokens, subjects

    def peek(self) -> str:
        return self.tokens[0].lower() if self.tokens else ""

    def take(self) -> str:
        return self.tokens.pop(0) if self.tokens else ""

    def any_of(self) -> bool:
        holds = self.all_of()
        while self.peek() in ("or", "||"):
            self.take()
            holds = self.all_of() or holds
        return holds

    def all_of(self) -> bool:
        holds = self.one()
        while self.peek() in ("and", "&&"):
            self.take()
            holds = self.one() and holds
        return holds

    def one(self) -> bool:
        if self.peek() in ("not", "!"):
            self.take()
            return not self.one()
        if self.peek() == "(":
            self.take()
            holds = self.any_of()
            self.take()
            return holds
        return self.comparison()

    def comparison(self) -> bool:
        subject, operator = self.take(), self.take().lower()
        if operator == "!" and self.peek() == "exists":
            operator = "!" + self.take().lower()
        values = self.subjects.get(subject, set())
        if operator in ("exists", "!exists"):
            return bool(values) == (operator == "exists")
        wanted = self.operands()
        if subject not in self.subjects and not subject.startswith("attribute:"):
            return True
        if operator in ("==", "equals", "in"):
            return not values.isdisjoint(wanted)
        if operator in ("!=", "not_equals", "not_in", "!in"):
            return values.isdisjoint(wanted)
        # Patterns are regular expressions as Java's; `inf1.*` is one.
        found = any(re.fullmatch(pattern, value) for pattern in wanted for value in values)
        return found if operator in ("=~", "matches") else not found

    def operands(self) -> list[str]:
        if self.peek() != "[":
            return [self.take()]
        found = []
        while self.tokens and (token := self.take()) != "]":
            if token not in ("[", ","):
                found.append(token)
        return found
