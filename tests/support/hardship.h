// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

/// While it lives, this process has no privileges of root, who may write everywhere.
class Unprivileged
{
public:
    Unprivileged() { m_dropped = geteuid() == 0 && setresuid(nobody, nobody, 0) == 0; }
    ~Unprivileged()
    {
        if (m_dropped && setresuid(0, 0, 0) != 0)
            qFatal("can't become root again");
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)

private:
    static constexpr uid_t nobody = 65534;
    bool m_dropped = false;
};

/// While it lives, this process can't write files larger than some bytes, as on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};
