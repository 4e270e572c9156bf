# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name icons style theme)
    rushes_test(look ${name} GUI LINKS rushes_look)
endforeach()
rushes_test(look translations LINKS rushes_batch rushes_catalog rushes_language)
target_compile_definitions(test_look_translations PRIVATE
    RUSHES_LUPDATE="$<TARGET_FILE:Qt6::lupdate>")
