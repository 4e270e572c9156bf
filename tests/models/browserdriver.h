// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/theme.h"
#include "models/change/changepreview.h"
#include "models/details/modeldetails.h"
#include "models/list/modellistmodel.h"
#include "models/list/modellistview.h"
#include "models/liststatus.h"
#include "models/manymodels.h"
#include "models/modelbrowser.h"
#include "session/document/batchdocument.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

/// A document and the browser over it, with what a person would look for in it.
class BrowserDriver
{
public:
    explicit BrowserDriver(const catalog::Catalog &catalog, const QList<batch::Job> &jobs = {},
                           ui::ModelNews *news = nullptr)
        : document(catalog)
        , m_news(news)
    {
        config::BatchFile file;
        file.source = batch::Batch{{}, jobs};
        document.reset(file);
    }

    /// For those of the document's jobs; the window is active afterwards.
    [[nodiscard]] bool open(int first = 0, int count = 0)
    {
        if (!browser)
            browser = std::make_unique<ui::ModelBrowser>(&document, m_news);
        QList<batch::JobId> ids;
        for (int row = first; row < first + count; ++row)
            ids.append(document.job(row).id);
        browser->openFor(ids);
        return QTest::qWaitForWindowActive(browser.get());
    }

    ui::ModelListView *list() const { return browser->findChild<ui::ModelListView *>(); }
    ui::ChangePreview *preview() const { return browser->findChild<ui::ChangePreview *>(); }
    ui::ModelDetails *details() const { return browser->findChild<ui::ModelDetails *>(); }
    ui::ListStatus *status() const { return browser->findChild<ui::ListStatus *>(); }
    QLineEdit *field() const { return named<QLineEdit>(QStringLiteral("Search models")); }
    QString selected() const
    {
        return list()->currentIndex().data(ui::ModelListModel::IdRole).toString();
    }
    int rowCount() const { return list()->model()->rowCount(); }
    QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < rowCount(); ++row)
            ids.append(list()->model()->index(row, 0).data(ui::ModelListModel::IdRole).toString());
        return ids;
    }
    void type(const QString &words) const
    {
        field()->clear();
        QTest::keyClicks(field(), words);
    }
    void pick(const QString &combo, const QString &entry) const
    {
        auto *box = named<QComboBox>(combo);
        const int index = box->findText(entry, Qt::MatchContains);
        if (index < 0)
            qFatal("no entry %s", qPrintable(entry));
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    /// The child of that type and accessible name; null where there is none.
    template <typename Widget>
    Widget *named(const QString &name) const
    {
        const auto all = browser->findChildren<Widget *>();
        const auto at = std::ranges::find_if(
            all, [&name](const Widget *widget) { return widget->accessibleName() == name; });
        return at == all.end() ? nullptr : *at;
    }
    /// All that the visible labels below `parent` say.
    static QString words(const QWidget *parent)
    {
        QStringList words;
        for (const QLabel *label : parent->findChildren<QLabel *>()) {
            if (label->isVisibleTo(parent))
                words.append(label->text());
        }
        return words.join(u'\n');
    }

    ui::BatchDocument document;
    std::unique_ptr<ui::ModelBrowser> browser;

private:
    ui::ModelNews *m_news;
};
