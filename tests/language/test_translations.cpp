// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/cost.h"
#include "batch/jobstate.h"
#include "catalog/catalog.h"
#include "catalog/schemawords.h"
#include "language/language.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< several for a text with plurals
    QString type;             ///< empty, "unfinished", "vanished" or "obsolete"
};

QList<Message> readTranslations(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    Message message;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == "message"_L1)
            messages.append(message);
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            message = {context, {}, {}, {}};
        } else if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.type = xml.attributes().value("type"_L1).toString();
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement
                     && xml.name() == "translation"_L1)) {
                if (xml.isStartElement())
                    message.translations.append(xml.readElementText());
                else
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations.append(text);
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QString translationFile(const QString &language)
{
    return QStringLiteral(RUSHES_SOURCE_DIR "/resources/translations/rushes_%1.ts").arg(language);
}

QSet<QString> matchesOf(const QRegularExpression &pattern, const QString &text)
{
    QSet<QString> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured(1));
    return found;
}

/// %1, %2, … and %n.
QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"(%(?:\\d+|n))"_s);
    return matchesOf(pattern, text);
}

/// The contexts that the sources look their texts up in while they run.
QSet<QString> contextsOfTheSources()
{
    static const QRegularExpression named(
        uR"re((?:Q_DECLARE_TR_FUNCTIONS\(|\btranslate\(\s*"|QT_TRANSLATE_NOOP\(\s*")([\w:]+))re"_s);
    static const QRegularExpression space(u"\\bnamespace ([\\w:]+)\\s*\\{"_s);
    static const QRegularExpression object(u"\\bclass (\\w+)[^;{]*\\{\\s*Q_OBJECT"_s);
    QSet<QString> contexts;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator files(QStringLiteral(RUSHES_SOURCE_DIR "/") + folder, {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            contexts += matchesOf(named, text);
            for (const QString &name : matchesOf(space, text)) {
                for (const QString &type : matchesOf(object, text))
                    contexts.insert(name + u"::"_s + type);
            }
        }
    }
    return contexts;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { language::install(*qApp, QLocale::c()); }
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placeholdersMatch_data() { everyTextIsTranslated_data(); }
    void placeholdersMatch();
    void sourcesHoldNothingNew_data() { everyTextIsTranslated_data(); }
    void sourcesHoldNothingNew();
    void contextsAreThoseOfTheSources();
    void theSnapshotsWordsAreTranslated();
    void chinesePunctuationIsFullWidth();
    void chineseIsBuiltIn();
    void everyTraditionalLocaleIsServed_data();
    void everyTraditionalLocaleIsServed();
    void englishHasItsPlurals();
    void aSecondLanguageReplacesTheFirst();
};

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English plurals") << u"en"_s;
    QTest::newRow("Traditional Chinese") << u"zh_TW"_s;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, language);
    const QList<Message> messages = readTranslations(translationFile(language));
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        QVERIFY2(message.type.isEmpty(), qPrintable(message.type + u": "_s + message.source));
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
    }
}

void TestTranslations::placeholdersMatch()
{
    QFETCH(QString, language);
    for (const Message &message : readTranslations(translationFile(language))) {
        for (const QString &translation : message.translations)
            QVERIFY2(placeholders(translation) == placeholders(message.source),
                     qPrintable(message.source + u" / "_s + translation));
    }
}

void TestTranslations::sourcesHoldNothingNew()
{
    QFETCH(QString, language);
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"rushes_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(translationFile(language), copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));

    QStringList arguments{u"-silent"_s,
                          u"-I"_s,
                          u"app"_s,
                          u"-I"_s,
                          u"ui"_s,
                          u"-recursive"_s,
                          u"app"_s,
                          u"ui"_s,
                          u"-locations"_s,
                          u"none"_s,
                          u"-ts"_s,
                          copy,
                          u"-source-language"_s,
                          u"en_US"_s};
    if (language == "en"_L1)
        arguments.append(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(RUSHES_SOURCE_DIR));
    lupdate.start(QStringLiteral(RUSHES_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);

    QStringList stale;
    for (const Message &message : readTranslations(copy)) {
        if (!message.type.isEmpty())
            stale.append(u"%1 (%2): %3"_s.arg(message.type, message.context, message.source));
    }
    QVERIFY2(stale.isEmpty(),
             qPrintable(u"Build update-translations, then translate:\n"_s + stale.join(u'\n')));
}

void TestTranslations::contextsAreThoseOfTheSources()
{
    // lupdate guesses the context of a tr() from what stands around it, and can be led astray:
    // such a text would be translated and never found.
    const QSet<QString> known = contextsOfTheSources();
    QVERIFY(known.contains(u"batch::JobState"_s));
    for (const Message &message : readTranslations(translationFile(u"zh_TW"_s)))
        QVERIFY2(known.contains(message.context),
                 qPrintable(message.context + u": "_s + message.source));
}

void TestTranslations::theSnapshotsWordsAreTranslated()
{
    QSet<QString> known;
    for (const Message &message : readTranslations(translationFile(u"zh_TW"_s))) {
        if (message.context == u"catalog::Schema")
            known.insert(message.source);
    }
    for (const catalog::Model &model : catalog::Catalog::builtIn().models()) {
        for (const catalog::Parameter &parameter : model.parameters) {
            QVERIFY2(known.contains(parameter.title), qPrintable(parameter.title));
            const bool isDescribed = !parameter.description.isEmpty();
            QVERIFY2(!isDescribed || known.contains(parameter.description),
                     qPrintable(parameter.description));
        }
    }
    QVERIFY(language::install(*qApp, QLocale(u"zh_TW"_s)));
    QCOMPARE(catalog::inInterfaceLanguage(u"Seed"_s), u"種子"_s);
    QCOMPARE(catalog::inInterfaceLanguage(u"A service's own words"_s), u"A service's own words"_s);
    QCOMPARE(catalog::inInterfaceLanguage({}), QString());
}

void TestTranslations::chinesePunctuationIsFullWidth()
{
    static const QRegularExpression slip(u"[\\x{4e00}-\\x{9fff}」）][,.;:!?]|！"_s);
    for (const Message &message : readTranslations(translationFile(u"zh_TW"_s))) {
        for (const QString &translation : message.translations)
            QVERIFY2(!slip.match(translation).hasMatch(), qPrintable(translation));
    }
}

void TestTranslations::chineseIsBuiltIn()
{
    QVERIFY(language::install(*qApp, QLocale(u"zh_TW"_s)));
    for (const batch::JobState state : batch::allJobStates) {
        const QString text = batch::toDisplay(state);
        QVERIFY2(text.at(0).script() == QChar::Script_Han, qPrintable(text));
    }
    QCOMPARE(batch::Cost::fromUsd(0.52).toDisplay(), u"US$0.52"_s);
    QCOMPARE(QCoreApplication::translate("ui::RunStatus", "%n failed", nullptr, 3), u"3 項失敗"_s);
}

void TestTranslations::everyTraditionalLocaleIsServed_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<bool>("served");
    QTest::newRow("Taiwan") << u"zh_TW"_s << true;
    QTest::newRow("Hong Kong") << u"zh_Hant_HK"_s << true;
    QTest::newRow("mainland") << u"zh_CN"_s << false;
    QTest::newRow("German") << u"de_DE"_s << false;
    QTest::newRow("English") << u"en_GB"_s << false;
}

void TestTranslations::everyTraditionalLocaleIsServed()
{
    QFETCH(QString, locale);
    QTEST(language::install(*qApp, QLocale(locale)), "served");
    QFETCH(bool, served);
    QCOMPARE(batch::toDisplay(batch::JobState::Failed), served ? u"失敗"_s : u"Failed"_s);
}

void TestTranslations::englishHasItsPlurals()
{
    const auto ready = [](int jobs) {
        return QCoreApplication::translate("ui::RunStatus", "%n job(s) ready to run", nullptr,
                                           jobs);
    };
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale(QLocale::German)}) {
        language::install(*qApp, locale);
        QCOMPARE(ready(1), u"1 job ready to run"_s);
        QCOMPARE(ready(0), u"0 jobs ready to run"_s);
        QCOMPARE(ready(5), u"5 jobs ready to run"_s);
    }
}

void TestTranslations::aSecondLanguageReplacesTheFirst()
{
    language::install(*qApp, QLocale(u"zh_TW"_s));
    QCOMPARE(batch::toDisplay(batch::JobState::Failed), u"失敗"_s);
    language::install(*qApp, QLocale(QLocale::English));
    QCOMPARE(batch::toDisplay(batch::JobState::Failed), u"Failed"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
