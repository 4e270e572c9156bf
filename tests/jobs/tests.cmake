# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(jobs jobedits LINKS rushes_jobs)
foreach(name jobclipboard jobtable jobtableeditors jobtablemodel jobtablerun)
    rushes_test(jobs ${name} LINKS rushes_jobs GUI)
endforeach()
