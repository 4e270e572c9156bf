// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class BatchDocument;
class ModelNews;

/// How many models are shown, where the list of them comes from and how old it is; fetches it anew
/// and says how that goes.
class ListStatus : public QWidget
{
    Q_OBJECT
public:
    /// Without `news` the list can't be fetched. Both must outlive the widget.
    ListStatus(BatchDocument *document, ModelNews *news, QWidget *parent = nullptr);

    void setCounts(int shown, int all);
    /// Says it anew: lists grow old while a dialog is closed.
    void refresh();

signals:
    void refreshWanted();

private:
    BatchDocument *m_document;
    ModelNews *m_news;
    QLabel *m_words;
    QLabel *m_problem;
    QPushButton *m_refresh;
    int m_shown = 0;
    int m_all = 0;
};

} // namespace ui
