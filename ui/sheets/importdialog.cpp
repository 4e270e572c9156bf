// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/importdialog.h"

#include "look/mutedlabel.h"
#include "session/latesttask.h"
#include "sheets/cards/rowtemplate.h"
#include "sheets/cards/templatecard.h"
#include "sheets/cards/unreadablecard.h"
#include "sheets/columndelegate.h"
#include "sheets/columnmodel.h"
#include "sheets/dialectbar.h"
#include "sheets/importresult.h"
#include "sheets/importwork.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 150; ///< ms without a key before a new answer is asked for

} // namespace

class ImportDialog::Private : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(ui::ImportDialog)

public:
    Private(ImportDialog *dialog, const QByteArray &bytes, const QString &sourceName,
            const ImportContext &context);

    void read(const std::optional<sheet::Dialect> &dialect);
    void setContext(const ImportContext &context);

    ImportAnswer answer;

private:
    void layOut(const QString &sourceName);
    void setUpColumns();
    void take(const SheetReading &reading);
    void takeMapping();
    void proposeName();
    void ask();
    void take(const ImportAnswer &latest);
    bool gives(const QString &key) const;

    ImportDialog *q;
    const QByteArray m_bytes;
    ImportContext m_context;
    std::shared_ptr<const sheet::Table> m_table;
    bool m_isReading = false;
    QString m_proposedName;

    QLabel *m_size;
    DialectBar *m_dialect;
    ColumnModel *m_columns;
    QTableView *m_columnView;
    TemplateCard *m_template;
    ImportResult *m_result;
    QStackedWidget *m_pages;
    UnreadableCard *m_fault;
    QPushButton *m_add;
    QTimer m_pause;
    LatestTask<SheetReading> m_reading;
    LatestTask<ImportAnswer> m_answering;
};

ImportDialog::Private::Private(ImportDialog *dialog, const QByteArray &bytes,
                               const QString &sourceName, const ImportContext &context)
    : q(dialog)
    , m_bytes(bytes)
    , m_context(context)
    , m_size(new MutedLabel)
    , m_dialect(new DialectBar)
    , m_columns(new ColumnModel(this))
    , m_columnView(new QTableView)
    , m_template(new TemplateCard(context.catalog, context.made))
    , m_result(new ImportResult)
    , m_pages(new QStackedWidget)
    , m_fault(new UnreadableCard)
    , m_add(new QPushButton)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    m_template->setValues(firstTemplate({}, {}, m_context));
    setUpColumns();
    layOut(sourceName);
    connect(m_dialect, &DialectBar::changed, this,
            [this](const sheet::Dialect &chosen) { read(chosen); });
    connect(m_columns, &ColumnModel::mappingChanged, this, [this] { takeMapping(); });
    connect(m_template, &TemplateCard::changed, this, [this] {
        m_add->setEnabled(false);
        m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(); });
    connect(m_add, &QPushButton::clicked, q, &QDialog::accept);
}

void ImportDialog::Private::setUpColumns()
{
    m_columnView->setModel(m_columns);
    m_columnView->setAccessibleName(tr("Columns"));
    m_columnView->setItemDelegate(new ColumnDelegate(
        [this] { return m_context.catalog.find(m_template->values().model); }, m_columnView));
    m_columnView->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_columnView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_columnView->setShowGrid(false);
    m_columnView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_columnView->verticalHeader()->hide();
    m_columnView->verticalHeader()->setDefaultSectionSize(36);
    QHeaderView *header = m_columnView->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ColumnModel::Heading, QHeaderView::Interactive);
    header->setSectionResizeMode(ColumnModel::Example, QHeaderView::Stretch);
    header->setSectionResizeMode(ColumnModel::Becomes, QHeaderView::Fixed);
    header->resizeSection(ColumnModel::Heading, 108);
    header->resizeSection(ColumnModel::Becomes, 176);
}

void ImportDialog::Private::layOut(const QString &sourceName)
{
    auto *title = new QLabel(sourceName.isEmpty() ? tr("From the clipboard") : sourceName);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() * 1.25);
    title->setFont(strong);
    title->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(title);
    head->addWidget(m_size, 1, Qt::AlignBottom);

    auto *columns = new Card(tr("Columns"));
    columns->rows()->setContentsMargins(16, 12, 4, 4);
    columns->rows()->addWidget(m_columnView, 1);
    columns->carry(m_columnView);
    columns->setMinimumHeight(172);
    auto *left = new QWidget;
    auto *leftRows = new QVBoxLayout(left);
    leftRows->setContentsMargins({});
    leftRows->setSpacing(12);
    leftRows->addWidget(columns, 1);
    leftRows->addWidget(m_template);
    auto *content = new QWidget;
    auto *sides = new QHBoxLayout(content);
    sides->setContentsMargins({});
    sides->setSpacing(12);
    sides->addWidget(left, 5);
    sides->addWidget(m_result, 6);
    m_pages->addWidget(content);
    m_pages->addWidget(m_fault);

    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, q, &QDialog::reject);
    m_add->setDefault(true);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_result->summary(), 1);
    foot->addWidget(cancel);
    foot->addWidget(m_add);

    auto *page = new QVBoxLayout(q);
    page->setContentsMargins(16, 16, 16, 16);
    page->setSpacing(12);
    page->addLayout(head);
    page->addWidget(m_dialect);
    page->addWidget(m_pages, 1);
    page->addLayout(foot);
}

void ImportDialog::Private::read(const std::optional<sheet::Dialect> &dialect)
{
    m_isReading = true;
    m_add->setEnabled(false);
    m_answering.cancel();
    m_pause.stop();
    m_result->showWaiting();
    m_reading.start([bytes = m_bytes, dialect] { return readSheet(bytes, dialect); },
                    [this](const SheetReading &reading) { take(reading); });
}

void ImportDialog::Private::setContext(const ImportContext &context)
{
    m_context = context;
    ask();
}

void ImportDialog::Private::take(const SheetReading &reading)
{
    m_isReading = false;
    m_table = reading.table;
    m_dialect->show(reading.dialect);
    if (!m_table) {
        m_size->clear();
        m_fault->explain(reading.fault);
        m_pages->setCurrentWidget(m_fault);
        answer = {};
        m_result->show(answer);
        m_add->setText(tr("Add jobs"));
        return;
    }
    m_pages->setCurrentIndex(0);
    //: How large a sheet is: "500 rows", "6 columns".
    m_size->setText(u"%1  ·  %2"_s.arg(tr("%Ln rows", nullptr, int(m_table->rows.size())),
                                       tr("%Ln columns", nullptr, int(m_table->columnCount()))));
    m_columns->show(m_table, reading.guess);
    takeMapping();
}

bool ImportDialog::Private::gives(const QString &key) const
{
    return m_columns->mapping().contains({sheet::ColumnUse::Kind::Field, key});
}

void ImportDialog::Private::takeMapping()
{
    using Kind = sheet::ColumnUse::Kind;
    QStringList variables;
    for (qsizetype column = 0; column < m_table->columnCount(); ++column) {
        const sheet::ColumnUse &use = m_columns->mapping()[column];
        // A product's name is the job's, and what prompts speak of: by its heading it is a
        // variable, too.
        const bool isName = use.kind == Kind::Field && use.name == u"name";
        const QString name =
            isName ? sheet::columnVariable(m_table->header[column], column) : use.name;
        if ((use.kind == Kind::Variable || isName) && !variables.contains(name))
            variables.append(name);
    }
    m_template->offer(variables);
    proposeName();
    const QString first = m_table->rows.isEmpty() ? QString::number(2)
                                                  : QString::number(m_table->rows.first().number);
    m_template->setPlaceholders(
        gives(u"prompt"_s) ? tr("Each row has its own. What stands here holds for those that have "
                                "none.")
                           : tr("What is to be made of every row, such as: A photo of {product} on "
                                "a table, in the morning light"),
        gives(u"name"_s) ? tr("Each row has its own") : tr("Row %1").arg(first));
    ask();
}

/// The name for all rows follows the columns until a person writes another.
void ImportDialog::Private::proposeName()
{
    const QString name = firstTemplate(*m_table, m_columns->mapping(), m_context).name;
    if (m_template->values().name == m_proposedName)
        m_template->setName(name);
    m_proposedName = name;
}

void ImportDialog::Private::ask()
{
    if (!m_table || m_isReading)
        return;
    m_pause.stop();
    m_add->setEnabled(false);
    const ImportQuestion question{.table = m_table,
                                  .mapping = m_columns->mapping(),
                                  .pattern = toSheetTemplate(m_template->values(), m_context),
                                  .context = m_context};
    m_answering.start([question] { return importAnswer(question); },
                      [this](const ImportAnswer &latest) { take(latest); });
}

void ImportDialog::Private::take(const ImportAnswer &latest)
{
    answer = latest;
    m_result->show(answer);
    m_add->setText(answer.made > 0 ? tr("Add %Ln jobs", nullptr, answer.made) : tr("Add jobs"));
    m_add->setEnabled(answer.canBeTaken());
}

ImportDialog::ImportDialog(const QByteArray &bytes, const QString &sourceName,
                           const ImportContext &context, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, bytes, sourceName, context))
{
    setWindowTitle(tr("Import a table"));
    setMinimumSize(960, 700);
    resize(1120, 780);
    d->read(std::nullopt);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::setContext(const ImportContext &context)
{
    d->setContext(context);
}

QList<batch::JobSource> ImportDialog::jobs() const
{
    return d->answer.jobs;
}

} // namespace ui
