# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name billview budgetfield costbar)
    rushes_test(cost ${name} LINKS rushes_cost GUI)
endforeach()
rushes_test(cost costmeter LINKS rushes_cost rushes_language GUI)
