# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name badfiles batchreader clean dotenv json models robustness save splice)
    rushes_test(config ${name} LINKS rushes_config)
endforeach()
