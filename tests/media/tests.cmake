# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(media picture LINKS rushes_media SOURCES support/testclip.cpp)
rushes_test(media brokenfiles LINKS rushes_media SOURCES support/testclip.cpp)
rushes_test(media fileformat LINKS rushes_media)
foreach(name recipe recipefaults)
    rushes_test(media ${name} LINKS rushes_media SOURCES media/recipefiles.cpp)
endforeach()
rushes_test(media recipevideos LINKS rushes_media
    SOURCES media/recipefiles.cpp support/testclip.cpp)
add_executable(writerecipe media/writerecipe.cpp media/recipefiles.cpp)
target_include_directories(writerecipe PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(writerecipe PRIVATE rushes_media rushes_options)
add_dependencies(test_media_recipevideos writerecipe)
