"""The cluster query language of placement constraints, as far as it asks for attributes; all else holds."""

import re

TOKEN = re.compile(r"\s*(\(|\)|\[|\]|,|==|!=|=~|!~|[^\s()\[\],=!]+(?:[^\s()\[\],=!]|=(?!=|~))*|!)")


def matches(expression: str, attributes: dict[str, str]) -> bool:
    return Query(TOKEN.findall(expression), attributes).any_of()


class Query:
    def __init__(self, tokens: list[str], attributes: dict[str, str]):
        self.tokens, self.attributes = tokens, attributes

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
        value = self.attributes.get(subject.removeprefix("attribute:"))
        if operator in ("exists", "!exists"):
            return (value is not None) == (operator == "exists")
        wanted = self.operands()
        if not subject.startswith("attribute:"):
            return True
        if operator in ("==", "equals", "in"):
            return value in wanted
        if operator in ("!=", "not_equals", "not_in", "!in"):
            return value not in wanted
        # Patterns are regular expressions as Java's; `inf1.*` is one.
        found = value is not None and any(re.fullmatch(pattern, value) for pattern in wanted)
        return found if operator in ("=~", "matches") else not found

    def operands(self) -> list[str]:
        if self.peek() != "[":
            return [self.take()]
        found = []
        while self.tokens and (token := self.take()) != "]":
            if token not in ("[", ","):
                found.append(token)
        return found
