// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "inspector/fields/field.h"
#include "inspector/inspector.h"
#include "inspector/shownjobs.h"

#include <QSet>
#include <QTimer>

#include <optional>

class QScrollArea;
class QStackedLayout;

namespace ui {

class InspectorCard;
class JobHeader;
class LeftoversCard;
class MadeCard;
class ParameterForm;
class VariationsCard;

/// What is shown, and the cards that show it.
class Inspector::Private : public QObject
{
public:
    Private(Inspector *inspector, BatchDocument *document);
    ~Private() override;

    void listen();
    void showEntries(const QList<batch::JobId> &entries);
    void showMade(const QList<batch::JobId> &made);
    void listenTo(const RunSession *session);
    void refresh();

    ShownJobs jobs;
    const RunSession *session = nullptr;

private:
    void makeContext();
    void fillArea(QScrollArea *area, const QList<QWidget *> &cards);
    void makePage();
    void showAgain();
    void setShown(const QList<batch::JobId> &entries, const QList<batch::JobId> &made);
    void showMadeCard();
    void noteReferences();
    void refreshSoon();
    void refreshAfterEdit();

    // The forms (inspectorforms.cpp)
    void fitForm();
    void showForm(const catalog::Model &model);
    void fitRunForm();

    Inspector *q;
    BatchDocument *m_document;
    FieldContext m_context;
    QSet<batch::JobId> m_shown; ///< jobs.ids(), to look up
    QList<batch::JobId> m_made; ///< jobs that are shown to be read
    QSet<QString> m_referred;   ///< the names of jobs whose results are shown
    QStackedLayout *m_pages;
    QScrollArea *m_nothing;
    QScrollArea *m_page;
    MadeCard *m_madeCard;
    JobHeader *m_header;
    VariationsCard *m_variations;
    InspectorCard *m_mixed;
    InspectorCard *m_formCard;
    ParameterForm *m_form = nullptr;
    std::optional<catalog::Model> m_formModel;
    LeftoversCard *m_leftovers;
    InspectorCard *m_runCard;
    ParameterForm *m_runForm = nullptr;
    std::optional<batch::MediaType> m_runType;
    QTimer m_later;
};

} // namespace ui
