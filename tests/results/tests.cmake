# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(results gallerymodel LINKS rushes_results)
rushes_test(results thumbnailloader LINKS rushes_results)
rushes_test(results imagepreview LINKS rushes_results GUI)
rushes_test(results videopreview LINKS rushes_results SOURCES support/testclip.cpp GUI)
rushes_test(results resultspane LINKS rushes_results SOURCES support/testclip.cpp GUI)
