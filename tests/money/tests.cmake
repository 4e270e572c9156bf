# SPDX-License-Identifier: GPL-3.0-or-later
# The promise "no paid result is lost, and nothing is paid for twice", kept by the real program
# against sandboxes in processes of their own, which fail, die and come back.
foreach(name budget faulttable fulldisk heldsubmissions killed longwait)
    rushes_test(money ${name} LINKS rushes_media rushes_batch TIMEOUT 240
        SOURCES cli/program.cpp money/books.cpp money/ending.cpp money/scene.cpp)
    add_dependencies(test_money_${name} rushes-cli)
endforeach()
