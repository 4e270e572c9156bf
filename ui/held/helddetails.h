// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/run/heldsubmission.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// One held submission, to be read: why nobody knows, and the request as it was sent, which can be
/// selected and copied.
class HeldDetails : public QWidget
{
    Q_OBJECT
public:
    explicit HeldDetails(QWidget *parent = nullptr);

    void showSubmission(const HeldSubmission &held);
    /// Nothing, or more than one, is chosen.
    void clear(const QString &words);

private:
    QLabel *m_title;
    QLabel *m_why;
    QLabel *m_facts;
    QLabel *m_edited;
    QPlainTextEdit *m_request;
    QPushButton *m_copy;
};

/// The request in lines: the prompt, an empty line, then "width: 1024" and so on.
QString requestText(const QJsonObject &request);

} // namespace ui
