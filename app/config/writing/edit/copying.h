// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>

namespace config {

/// While it lives, old text is the pattern for something new: without its comments and anchors.
class Copying
{
public:
    explicit Copying(bool &isCopy)
        : m_isCopy(isCopy)
        , m_before(std::exchange(isCopy, true))
    {
    }
    ~Copying() { m_isCopy = m_before; }
    Q_DISABLE_COPY_MOVE(Copying)

private:
    bool &m_isCopy;
    bool m_before;
};

} // namespace config
