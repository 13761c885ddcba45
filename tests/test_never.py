"""What must never happen: each of the 33 failures seen in neighbouring programs, and the tests that hold it off.

A test whose name is changed or which is removed is missed here, so that no line is left without one unnoticed.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.library.samples import WORDS, written
from workbook.library.changes import Changes
from workbook.library.errors import DamagedFile
from workbook.library.library import Library

ROOT = Path(__file__).parent

NEVER: dict[int, tuple[str, tuple[str, ...]]] = {
    1: (
        "a save stopped midway leaves what cannot be read",
        (
            "library/test_stops.py::test_stopped_before_each_step_of_a_save_the_workbook_is_whole",
            "library/test_power_cut.py::test_saving",
            (
                "library/test_storage.py::"
                "test_a_new_file_is_on_the_disk_before_it_takes_the_old_ones_place_and_the_change_of_places_after"
            ),
            "torture/test_rounds.py::test_stopped_at_random_moments_what_was_promised_holds",
        ),
    ),
    2: (
        "an empty or foreign file is taken for a fresh start",
        (
            "library/test_storage.py::test_an_unreadable_file_is_neither_taken_for_new_nor_written_over",
            "library/test_storage.py::test_a_missing_file_is_new_only_where_that_is_said",
            "library/test_every_damage.py::test_a_workbook",
        ),
    ),
    3: (
        "what cannot be parsed is dropped, then saved",
        (
            "library/test_damage.py::test_a_damaged_workbook_is_told_shown_and_left_as_it_is",
            "library/test_every_damage.py::test_a_flipped_bit_never_ends_the_program_nor_takes_a_table_away_unnoticed",
            "library/test_saving.py::test_what_a_file_has_besides_stays_there",
            "test_settings.py::test_a_file_with_lines_that_cannot_be_read_is_kept_beside_the_new_one",
        ),
    ),
    4: (
        "a failed save is shown as saved",
        (
            "library/test_faults.py::test_a_failed_save_is_told_and_the_next_one_writes_everything",
            "ui/test_autosave.py::test_saving_here_and_now_never_says_saved_when_it_was_not",
            "ui/test_saving.py::test_a_full_disk_is_told_loses_nothing_and_is_over_by_itself",
        ),
    ),
    5: (
        "of two windows the last one wins",
        (
            "library/test_locks.py::test_a_second_window_reads_and_says_who_writes_since_when",
            "library/test_outside.py::test_each_answer_is_kept_as_it_was_changed_last",
            "library/test_catalogue.py::test_two_windows_that_write_the_catalogue_lose_no_workbook",
            "ui/test_saving.py::test_a_second_window_on_the_same_workbook_only_reads",
        ),
    ),
    6: (
        "updating one answer replaces the others",
        (
            "library/test_saving.py::test_updating_one_answer_leaves_the_others",
            "library/test_storage.py::test_updating_one_document_leaves_the_others",
        ),
    ),
    7: (
        "a closed window, a signal or a power cut loses the page",
        (
            "pty/test_quick_route.py::test_closing_the_window_saves_the_last_key",
            "pty/test_quick_route.py::test_a_killed_window_loses_at_most_the_last_two_seconds",
            "ui/test_autosave.py::test_steady_typing_is_saved_at_least_every_two_seconds",
            "ui/test_crash.py::test_told_to_end_it_saves_the_last_key_first",
            "library/test_power_cut.py::test_what_one_save_said_was_saved_stays_whatever_the_next_one_comes_to",
            "torture/test_rounds.py::test_stopped_at_random_moments_what_was_promised_holds",
        ),
    ),
    8: (
        "writes after close vanish",
        (
            "library/test_saving.py::test_a_save_after_close_raises_instead_of_vanishing",
            "library/test_storage.py::test_a_write_after_close_raises_instead_of_vanishing",
        ),
    ),
    9: (
        "a new version changes the store with no migration",
        (
            "library/test_formats.py::test_there_is_a_sample_of_every_format_and_a_way_from_each",
            "library/test_formats.py::test_the_first_save_migrates_and_leaves_every_answer",
            "library/test_damage.py::test_a_workbook_of_a_newer_version_can_be_read_but_not_changed",
        ),
    ),
    10: (
        "changed content discards progress or what a completed workbook says",
        (
            "ui/test_content_changed.py::test_neither_an_unfinished_nor_a_completed_workbook_follows_the_files",
            "ui/test_content_changed.py::test_moving_to_the_newer_pages_keeps_every_answer_also_those_no_page_asks_for",
            "library/test_saving.py::test_a_completed_workbook_keeps_the_words_it_was_answered_to",
        ),
    ),
    11: (
        "opening and closing alters something",
        (
            "library/test_saving.py::test_opening_and_closing_alters_not_a_byte",
            "ui/test_saving.py::test_looking_without_changing_anything_alters_not_a_byte",
        ),
    ),
    12: (
        "beginning again overwrites the earlier workbook",
        (
            "library/test_saving.py::test_beginning_again_leaves_the_earlier_workbook",
            "library/test_saving.py::test_putting_a_record_in_never_writes_over_a_workbook",
        ),
    ),
    13: (
        "going back blanks later answers",
        (
            "ui/test_sitting.py::test_going_back_loses_no_later_answer",
            "flow/test_properties.py::test_no_answer_is_lost_by_hiding_going_back_or_changing_route",
        ),
    ),
    14: (
        "an answer hidden by a condition is erased",
        (
            "flow/test_conditions.py::test_a_hidden_field_is_tested_by_the_answer_it_keeps",
            "ui/test_following.py::test_a_question_that_depends_on_another_comes_and_goes_and_keeps_its_answer",
            "ui/test_wizard.py::test_another_route_hides_questions_and_loses_no_answer",
        ),
    ),
    15: (
        "a restore doubles or wipes, an import drops fields",
        (
            "library/test_backup.py::test_what_was_there_is_replaced_as_a_whole_and_can_be_taken_back",
            "library/test_restore_stops.py::test_stopped_before_each_step_it_is_all_old_or_all_new",
            "library/test_moving.py::test_what_is_exported_is_imported_with_nothing_lost",
            "library/test_moving.py::test_importing_again_changes_nothing",
            "library/test_power_cut.py::test_bringing_back_a_backup",
            "library/test_copies.py::test_putting_one_back_keeps_the_present_so_that_it_can_be_taken_back",
        ),
    ),
    16: (
        "escape or quit discards words with no question",
        (
            "ui/test_wizard.py::test_escape_goes_home_with_the_last_key_saved_and_a_later_day_goes_on_there",
            "ui/test_saving.py::test_leaving_asks_while_the_disk_says_no",
            "ui/test_saving.py::test_leaving_without_saving_is_the_persons_own_choice",
        ),
    ),
    17: (
        "recovery of the wrong workbook, or one that cannot be refused",
        (
            "library/test_damage.py::test_nothing_is_recovered_without_a_good_copy_or_without_need",
            "ui/test_damage.py::test_a_damaged_workbook",
            "test_never.py::test_a_copy_of_another_workbook_is_never_brought_back",
            "library/test_awkward_files.py::test_a_copy_is_known_by_what_is_in_it_and_not_by_its_name",
        ),
    ),
    18: (
        "a limit of the list hides what exists",
        (
            "ui/test_home.py::test_the_filter_says_how_many_of_all_and_gives_the_list_back",
            "ui/test_home.py::test_three_thousand_workbooks_are_all_there_and_only_those_in_view_are_drawn",
            "ui/test_dates.py::test_with_many_dates_it_says_how_many_and_all_of_them_are_a_key_away",
            "insight/test_coming_up.py::test_every_date_is_in_the_list_of_all",
        ),
    ),
    19: (
        "a page that was let go is still on the disk",
        (
            "library/test_forgetting.py::test_a_let_go_page_is_gone_from_the_file_every_copy_and_the_catalogue",
            "library/test_joining.py::test_what_was_let_go_is_gone_from_versions_too_and_does_not_come_back_with_one",
            (
                "library/test_came_open.py::"
                "test_a_list_that_could_not_be_read_goes_with_what_is_let_go_or_deleted_for_good"
            ),
            "ui/test_saving.py::test_a_page_that_is_let_go_is_never_written_and_is_empty_when_left",
        ),
    ),
    20: (
        "no way to take everything out",
        (
            "cli/test_moving.py::test_everything_goes_out_and_into_an_empty_folder_with_nothing_lost",
            "library/test_backup.py::test_a_backup_has_every_file_as_it_is_and_a_list_to_check_it_by",
        ),
    ),
    21: (
        "a conflict copy is overwritten or passed over",
        (
            "library/test_joining.py::test_a_version_is_recognised_shown_and_put_together_whatever_it_is_called",
            "library/test_merging.py::test_no_value_and_no_note_is_lost",
            "library/test_came_open.py::test_versions_that_came_open_are_sealed_told_and_can_be_put_together",
            "ui/test_versions.py::test_a_version_from_another_computer_is_said_on_home_and_put_together_when_opened",
        ),
    ),
    22: (
        "words are read as markup",
        (
            "ui/test_markup.py::test_every_page_opens_with_awkward_words_on_it_and_changes_none",
            "ui/test_markup.py::test_nothing_is_told_as_markup",
            "export/test_escaping.py::test_paragraphs_say_whatever_was_typed",
        ),
    ),
    23: (
        "a paste is cut to a line, control bytes are stored",
        (
            "ui/fields/test_long_text.py::test_every_line_of_a_paste_is_kept",
            "ui/fields/test_text.py::test_pasted_lines_are_joined_so_that_none_is_lost",
            "ui/fields/test_text.py::test_control_bytes_become_pictures_of_themselves",
        ),
    ),
    24: (
        "a wrong date is stored without a word",
        (
            "flow/dates/test_ways_to_write.py::test_a_date_that_may_be_several_days_is_asked_about",
            "flow/dates/test_ways_to_write.py::test_what_is_no_date_is_kept_as_words",
            "ui/fields/test_date.py::test_a_day_is_said_back_while_it_is_typed",
            "ui/test_dates.py::test_a_moved_date_is_read_as_in_its_field_and_asked_about_where_it_may_be_two",
            "ui/test_dates.py::test_what_is_no_day_stays_in_the_line_and_moves_nothing",
        ),
    ),
    25: (
        "`No` shows as False, a duplicate key wins",
        (
            "guide/test_yaml.py::test_only_core_types_are_anything_but_text",
            "guide/test_yaml.py::test_what_cannot_be_read_is_told_in_plain_words",
        ),
    ),
    26: (
        "a blank or a nought is piped as nothing said",
        (
            "flow/test_piping.py::test_a_pipe_says_the_answer_or_its_fallback",
            "flow/test_piping.py::test_zero_is_an_answer",
            "content/test_pages.py::test_every_pipe_reads_well_when_nothing_was_answered",
        ),
    ),
    27: (
        "the count hides pages or runs backwards",
        ("flow/test_properties.py::test_the_count_never_runs_backwards_and_never_hides_pages",),
    ),
    28: (
        "the keyboard is trapped",
        (
            "ui/fields/test_long_text.py::test_enter_is_a_new_line_and_tab_leaves_the_box",
            "ui/test_keyboard_map.py::test_where_a_person_writes_no_key_is_one_that_a_text_box_takes",
            "ui/test_keyboard_map.py::test_home_and_the_wizard_have_a_short_footer_and_a_way_without_keys",
            "pty/test_full_route.py::test_every_page_and_every_kind_of_field",
        ),
    ),
    29: (
        "a crash shows or logs private words",
        (
            "ui/test_crash.py::test_a_mistake_anywhere_shows_no_private_word_and_loses_none",
            "ui/test_crash.py::test_what_is_printed_names_places_and_never_a_message",
            "cli/test_reading.py::test_an_error_of_the_program_itself_shows_no_words",
            "library/test_lock_file.py::test_no_secret_is_in_an_error_or_its_traceback",
        ),
    ),
    30: (
        "it starts with no terminal, and hangs",
        (
            "cli/test_opening.py::test_without_a_terminal_it_says_so_and_does_not_open",
            "cli/test_processes.py::test_on_a_dumb_terminal_the_app_says_so_and_draws_nothing",
        ),
    ),
    31: (
        "stale helpline numbers, clinical claims",
        (
            "content/test_support.py::test_every_line_says_when_it_was_checked_or_that_it_was_not",
            "content/test_support.py::test_the_emergency_numbers_are_these",
            "content/test_tone.py::test_no_clinical_labels",
        ),
    ),
    32: (
        "streaks, guilt, scores, overdue",
        (
            "content/test_tone.py::test_no_praise_and_no_guilt",
            "flow/dates/test_properties.py::test_saying_a_day_names_it_and_is_never_harsh",
            "ui/test_home.py::test_after_a_week_away_there_is_a_greeting_and_three_choices",
            "ui/test_dates.py::test_a_date_that_has_passed_is_told_plainly_beside_those_to_come",
            "cli/test_due.py::test_no_word_of_it_blames",
        ),
    ),
    33: (
        "two data points are told as a pattern",
        (
            "insight/test_patterns.py::test_nothing_is_told_from_one_workbook_however_much_it_says",
            "insight/test_patterns.py::test_whatever_is_kept_sentences_only_count",
            "insight/test_pictures.py::test_ratings_are_never_added_up",
            "ui/pictures/test_drawing.py::test_no_line_joins_two_marks",
        ),
    ),
}
"""Each line: what must never happen, and the tests of it by file and name."""


@cache
def names_in(path: Path) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(each.name for each in functions if each.name.startswith("test_"))


def test_every_line_is_here() -> None:
    assert list(NEVER) == list(range(1, 34))


@pytest.mark.parametrize("line", NEVER)
def test_every_line_has_tests_that_are_there(line: int) -> None:
    what, held_by = NEVER[line]
    assert held_by, what
    for each in held_by:
        file, _, name = each.partition("::")
        assert (ROOT / file).is_file(), f"{line} ({what}): there is no {file}"
        assert name in names_in(ROOT / file), f"{line} ({what}): there is no {name} in {file}"


def test_a_copy_of_another_workbook_is_never_brought_back(tmp_path: Path) -> None:
    library = Library(tmp_path)
    mine, other = written(library, feel__now__words="mine"), written(library, feel__now__words="other")
    with library.open(other) as workbook:
        workbook.save(Changes(answers={WORDS: "other again"}))
    library.places.workbook(mine).write_bytes(b"{torn")
    with pytest.raises(DamagedFile, match="no earlier copy"):
        library.recover(mine)
    assert library.places.workbook(mine).read_bytes() == b"{torn"
    assert library.read(other).values == {WORDS: "other again"}
