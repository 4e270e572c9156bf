# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name favourites modellistmodel modeltext)
    rushes_test(models ${name} LINKS rushes_models SOURCES models/manymodels.cpp)
endforeach()
foreach(name browsing choosing)
    rushes_test(models ${name} GUI LINKS rushes_models SOURCES models/manymodels.cpp)
endforeach()
rushes_test(models modelnews GUI LINKS rushes_models
    SOURCES models/manymodels.cpp support/httpscript.cpp)

# Saves pictures of the browser to screenshots/ in the build folder, for people to look at; once
# more at 2x.
rushes_test(models browserpictures GUI LINKS rushes_models SOURCES models/manymodels.cpp)
add_test(NAME models/browserpictures_2x COMMAND test_models_browserpictures)
get_test_property(models/browserpictures ENVIRONMENT environment)
set_tests_properties(models/browserpictures_2x PROPERTIES
    ENVIRONMENT "${environment};QT_SCALE_FACTOR=2")
