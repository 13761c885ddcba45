"""The first two parts of the sample guide: an opening and a stage with every kind of field."""

from __future__ import annotations

from workbook.guide.model import (
    Checklist,
    Choice,
    Column,
    Condition,
    Date,
    DateRule,
    GivenRows,
    Grid,
    GridRow,
    Letter,
    Note,
    Option,
    Page,
    Part,
    Scale,
    Summary,
    Table,
    Text,
)

FULL = ("full",)

OPENING = Part(
    id="open",
    title="Start here",
    pages=(
        Page(
            id="start",
            title="Start",
            minutes=0.5,
            fields=(
                Choice(
                    id="route",
                    label="How?",
                    options=(
                        Option(value="quick", label="The short version"),
                        Option(value="full", label="All of it"),
                        Option(value="talk", label="Just talk"),
                    ),
                    default="full",
                ),
            ),
        ),
        Page(
            id="facts",
            title="Facts",
            minutes=2,
            quick_minutes=0.5,
            fields=(
                Text(id="company", label="Who was it with?"),
                Choice(id="format", label="How was it?", options=("in person", "phone"), routes=FULL),
                Date(id="news", label="When did you hear?", default="today"),
                Scale(id="want", label="How much did you want it?"),
                Date(id="next", label="Another one coming up?"),
                Scale(id="mood", label="Mood?"),
            ),
            notes=(
                Note(text="Soon.", when=Condition(field="open.facts.next", within_days=3)),
                Note(text="A lot.", when=Condition(field="open.facts.want", at_least=8)),
            ),
        ),
    ),
)

LOOK = Part(
    id="look",
    title="Look",
    pages=(
        Page(
            id="words",
            title="Words",
            body="A no from {{open.facts.company|the employer}}.",
            fields=(
                Checklist(
                    id="words",
                    label="I feel",
                    groups={
                        "Sad": ("sad", Option(value="low", label="rather low")),
                        "Lighter": ("calm", "relieved"),
                    },
                    other="A word of your own",
                ),
                Choice(id="loudest", label="Which is loudest?", options_from="look.words.words"),
            ),
        ),
        Page(
            id="ready",
            title="Ready?",
            minutes=0,
            routes=FULL,
            when=Condition(
                any=(
                    Condition(fact="since_news", at_most=0),
                    Condition(fact="latest_mood", at_most=3),
                )
            ),
            fields=(Choice(id="choice", label="What suits you?", options=("later", "on"), default="on"),),
        ),
        Page(
            id="walk",
            title="Walk back",
            routes=("quick", "full"),
            fields=(
                Table(
                    id="moments",
                    label="Moments",
                    columns=(
                        Column(id="moment", label="Moment", read_only=True),
                        Column(id="happened", label="What happened", routes=FULL),
                        Column(id="went", label="How it went", kind="choice", options=("worked", "hard")),
                    ),
                    rows=GivenRows(
                        default=("arriving", "the goodbye"),
                        by="open.facts.format",
                        cases={"phone": ("picking up", "hanging up")},
                    ),
                    max_rows=8,
                ),
                Table(
                    id="items",
                    label="What worked",
                    columns=(
                        Column(id="what", label="What went well"),
                        Column(id="call", label="Call them", kind="date", follow_up="Call them"),
                    ),
                    max_rows=6,
                    quick_rows=1,
                ),
            ),
        ),
        Page(
            id="room",
            title="In the room",
            routes=("quick", "full"),
            fields=(
                Grid(
                    id="room",
                    label="In the room",
                    rows=(
                        GridRow(id="clear", label="My answers were clear."),
                        GridRow(
                            id="voice",
                            label="My voice and face matched.",
                            by="open.facts.format",
                            cases={"phone": "My voice matched."},
                        ),
                        GridRow(id="best", label="I gave my best."),
                    ),
                    options=("yes", Option(value="part", label="partly"), "no"),
                    add_own="Something else",
                    quick_rows=("clear",),
                ),
                Summary(
                    id="noticed",
                    label="From your answers",
                    of="noticed",
                    sources=("look.room.room", "look.walk.moments", "look.words.words"),
                    picks=("part", "no", "hard"),
                ),
                Summary(id="counts", label="Counted", of="counts", sources=("look.room.room",)),
                Text(
                    id="thing",
                    label="One thing to work on",
                    suggest=("look.room.noticed", "look.walk.items.what", "sleep on it", "look.walk.moments"),
                ),
            ),
            notes=(
                Note(text="You gave it.", when=Condition(field="look.room.room.best", is_="yes")),
                Note(text="Known.", when=Condition(field="open.facts.company", answered=True)),
            ),
        ),
        Page(
            id="ask",
            title="Ask",
            routes=FULL,
            optional=True,
            fields=(
                Choice(
                    id="status",
                    label="Feedback?",
                    options=(Option(value="ask", label="I would like to ask"), "no"),
                ),
                Table(id="people", label="Who?", columns=(Column(id="who", label="Name"),)),
                Letter(
                    id="email",
                    label="Your request",
                    when=Condition(field="look.ask.status", is_="ask"),
                    subject="About {{open.facts.company|the interview}}",
                    body="Hello {{look.ask.people.0.who|there}},\n\n{{person.name|Me}}",
                ),
                Date(
                    id="send",
                    label="Send it on",
                    when=Condition(field="look.ask.status", is_="ask"),
                    suggest=DateRule(after="open.facts.news", days=2, not_before="tomorrow"),
                    follow_up="Send the request",
                ),
                Date(id="stop", label="Stop waiting", suggest=DateRule(after="look.ask.send", days=14)),
            ),
        ),
    ),
)
