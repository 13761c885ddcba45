"""A small guide with every kind of field, every kind of condition and three routes, to test the flow with."""

from __future__ import annotations

from workbook.guide.model import (
    Checklist,
    Choice,
    Condition,
    CoolingOff,
    Date,
    Fact,
    Guide,
    LongText,
    Manifest,
    Note,
    Page,
    Part,
    Plan,
    Route,
    Scale,
    Summary,
    Text,
)

from .sample_parts import LOOK, OPENING

REST = Part(
    id="rest",
    title="Rest",
    pages=(
        Page(
            id="write",
            title="Write",
            minutes=4,
            routes=("full", "talk"),
            fields=(
                Choice(id="length", label="How long?", options=("30 seconds", "5 minutes", "no timer")),
                LongText(
                    id="text",
                    label="Start anywhere.",
                    timer="rest.write.length",
                    private=True,
                    let_go=Condition(field="rest.write.length", is_="no timer"),
                ),
                LongText(id="note", label="Note", timer="2 minutes", prefill="Dear {{open.facts.company|you}}"),
                Date(id="until", label="Come back on", suggest="cooling_off"),
            ),
            notes=(Note(text="Plenty.", when=Condition(fact="minutes_writing", at_least=15)),),
        ),
        Page(
            id="plan",
            title="Plan",
            fields=(
                Text(id="thought", label="A thought", suggest=("look.words.words",)),
                Plan(
                    id="plan",
                    label="A plan for it",
                    when=Condition(field="rest.plan.thought", answered=True),
                    if_prefill="{{rest.plan.thought|that}}",
                    then_prefill="I breathe out",
                ),
            ),
            notes=(
                Note(text="There.", when=Condition(field="rest.plan.plan", answered=False)),
                Note(
                    text="Two calm rows.",
                    when=Condition(field="look.walk.moments", column="went", is_="hard", rows=2),
                ),
            ),
        ),
        Page(
            id="more",
            title="More",
            when=Condition(
                all=(
                    Condition(field="look.words.words", has="sad"),
                    Condition(not_=Condition(field="look.ask.status", is_="no")),
                )
            ),
            fields=(Text(id="line", label="Anything about {{look.words.loudest|it}}?"),),
        ),
    ),
)

CLOSING = Part(
    id="end",
    title="Close",
    pages=(
        Page(
            id="now",
            title="Now",
            fields=(
                Scale(id="mood", label="Mood?", compare_with="open.facts.mood"),
                Choice(id="reward", label="I give myself", options=("a walk", "a film"), other="Something else"),
                Date(id="on", label="On", follow_up="Your reward", after_completion=True),
                Checklist(id="done", label="I", options=("turned up", "asked"), checked=("turned up",)),
            ),
            notes=(Note(text="Up and down.", when=Condition(fact="lower_than_before", at_least=1)),),
        ),
        Page(
            id="page",
            title="Your page",
            fields=(
                Summary(
                    id="page",
                    label="Your page",
                    of="page",
                    sources=(
                        "open.facts.company",
                        "look.walk.items.what",
                        "look.room.room.voice",
                        "rest.plan.plan",
                    ),
                ),
                Summary(id="words", label="Words", of="words", sources=("look.words.words", "rest.plan.thought")),
                Summary(id="coming", label="Coming up", of="coming_up"),
                Summary(id="patterns", label="Patterns", of="patterns", empty="Nothing yet."),
            ),
        ),
    ),
)

GUIDE = Guide(
    manifest=Manifest(
        id="sample",
        title="Sample",
        version="1",
        language="en",
        routes=(
            Route(id="quick", title="Quick", minutes=10),
            Route(id="full", title="Full", minutes=44),
            Route(id="talk", title="Talk", minutes=12),
        ),
        default_route="full",
        route_field="open.start.route",
        opening="opening",
        stages=("look", "rest"),
        closing="closing",
        facts={
            "since_news": Fact(days_since="open.facts.news"),
            "latest_mood": Fact(latest=("open.facts.mood", "end.now.mood")),
        },
        cooling_off=CoolingOff(want="open.facts.want", news="open.facts.news", next="open.facts.next"),
    ),
    parts=(OPENING, LOOK, REST, CLOSING),
)
