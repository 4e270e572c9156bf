# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(media picture LINKS rushes_media SOURCES support/testclip.cpp)
rushes_test(media brokenfiles LINKS rushes_media SOURCES support/testclip.cpp)
rushes_test(media fileformat LINKS rushes_media)
