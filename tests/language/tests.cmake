# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(language translations LINKS rushes_batch rushes_catalog rushes_language)
target_compile_definitions(test_language_translations PRIVATE
    RUSHES_LUPDATE="$<TARGET_FILE:Qt6::lupdate>")
