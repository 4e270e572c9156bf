# SPDX-License-Identifier: GPL-3.0-or-later

foreach(name models saving)
    rushes_test(sheets ${name} LINKS rushes_sheets SOURCES sheets/productsheet.cpp)
endforeach()
rushes_test(sheets modelfield GUI LINKS rushes_sheets)
rushes_test(sheets importing GUI LINKS rushes_sheets
    SOURCES sheets/productsheet.cpp sheet/encoded.cpp)

# Saves pictures of the import to screenshots/ in the build folder, for people to look at; once
# more at 2x.
rushes_test(sheets importpictures GUI LINKS rushes_sheets rushes_language
    SOURCES sheets/productsheet.cpp)
add_test(NAME sheets/importpictures_2x COMMAND test_sheets_importpictures)
get_test_property(sheets/importpictures ENVIRONMENT environment)
set_tests_properties(sheets/importpictures_2x PROPERTIES
    ENVIRONMENT "${environment};QT_SCALE_FACTOR=2")
