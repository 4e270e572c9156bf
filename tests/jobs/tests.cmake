# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name jobedits jobsize jobtext)
    rushes_test(jobs ${name} LINKS rushes_jobs SOURCES jobs/models.cpp)
endforeach()
foreach(name exporttable jobclipboard jobtable jobtableclipboard jobtableeditors
        jobtablemodel jobtablerun modelcolumn variationrows variationtable)
    rushes_test(jobs ${name} LINKS rushes_jobs GUI SOURCES jobs/models.cpp)
endforeach()
rushes_test(jobs jobtablelook LINKS rushes_jobs rushes_language GUI SOURCES jobs/models.cpp)
