// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/inputs/references.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Reference;
using sandbox::Target;
using Kind = Reference::Kind;
using Place = Target::Place;

Q_DECLARE_METATYPE(Reference::Kind)
Q_DECLARE_METATYPE(Target::Place)

class TestReferences : public QObject
{
    Q_OBJECT
private slots:
    void knowsParametersByTheirNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isFile");
        QTest::addColumn<Kind>("kind");
        for (const QString &name :
             {u"image"_s, u"images"_s, u"image_url"_s, u"image_urls"_s, u"last_image"_s,
              u"mask_image"_s, u"reference_images"_s, u"first_frame"_s, u"Image"_s})
            QTest::newRow(qPrintable(name)) << name << true << Kind::Image;
        for (const QString &name : {u"video"_s, u"video_url"_s, u"reference_videos"_s})
            QTest::newRow(qPrintable(name)) << name << true << Kind::Video;
        for (const QString &name : {u"audio"_s, u"reference_audios"_s})
            QTest::newRow(qPrintable(name)) << name << true << Kind::Audio;
        for (const QString &name :
             {u"image_size"_s, u"num_images_text"_s, u"style"_s, u"prompt"_s, u"image_prompt"_s,
              u"negative_prompt"_s, u"model"_s, u"imagery"_s, u"keyframerate"_s})
            QTest::newRow(qPrintable(name)) << name << false << Kind::Any;
    }
    void knowsParametersByTheirNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, isFile);
        QFETCH(Kind, kind);
        const auto found = sandbox::referencesIn({{name, u"https://a.example/1"_s}});
        QCOMPARE(found.size(), isFile ? 1 : 0);
        if (!isFile)
            return;
        QCOMPARE(found.first().parameter, name);
        QCOMPARE(found.first().kind, kind);
    }

    void findsThemWhereverTheyAre()
    {
        const QString link = u"http://127.0.0.1:9/files/tok/x.png"_s;
        const QJsonObject element{{u"video_url"_s, u"https://a.example/2"_s},
                                  {u"note"_s, u"https://a.example/3"_s}};
        const QJsonObject request{
            {u"model"_s, link},
            {u"prompt"_s, link},
            {u"images"_s, QJsonArray{u"https://a.example/1"_s, QString(), 7, link}},
            {u"elements"_s, QJsonArray{element}},
            {u"style"_s, link},
            {u"num_images"_s, 3}};
        QStringList found;
        for (const Reference &reference : sandbox::referencesIn(request))
            found.append(reference.parameter);
        const QStringList expected{u"elements[0].video_url"_s, u"images[0]"_s, u"images[3]"_s,
                                   u"style"_s};
        QCOMPARE(found, expected);
    }

    void knowsWhereTheyLead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Place>("place");
        QTest::addColumn<QString>("token");
        const auto row = [](const char *name, const QString &text, Place place,
                            const QString &token = {}) {
            QTest::newRow(name) << text << place << token;
        };
        row("the web", u"https://a.example/1.png"_s, Place::Elsewhere);
        row("the web, unencrypted", u"http://a.example/1.png"_s, Place::Elsewhere);
        row("data", u"data:image/png;base64,iVBORw0KGgo="_s, Place::Elsewhere);
        row("Base64", u"iVBORw0KGgoAAAANSUhEUgAA/+9b=="_s, Place::Elsewhere);
        row("a link", u"http://127.0.0.1:4711/files/0123abcd/x.png"_s, Place::Here, u"0123abcd"_s);
        row("a link by name", u"http://LOCALHOST/files/0123abcd/x.png"_s, Place::Here,
            u"0123abcd"_s);
        row("a link over IPv6", u"http://[::1]:4711/files/0123abcd/x.png"_s, Place::Here,
            u"0123abcd"_s);
        row("another file of this machine", u"http://127.0.0.1:4711/x.png"_s, Place::Here);
        row("another port of the web", u"https://127.0.0.1.example/x.png"_s, Place::Elsewhere);
        row("a file", u"file:///home/cat.png"_s, Place::Nowhere);
        row("a path", u"images/cat.png"_s, Place::Nowhere);
        row("an absolute path", u"/home/designer/cat.png"_s, Place::Nowhere);
        row("a job", u"job:hero"_s, Place::Nowhere);
        row("a word", u"hero"_s, Place::Nowhere);
        row("no host", u"https:///cat.png"_s, Place::Nowhere);
        row("ftp", u"ftp://a.example/cat.png"_s, Place::Nowhere);
    }
    void knowsWhereTheyLead()
    {
        QFETCH(QString, text);
        QFETCH(Place, place);
        QFETCH(QString, token);
        const Target target = sandbox::targetOf(text);
        QCOMPARE(target.place, place);
        QCOMPARE(target.token, token);
    }
};

QTEST_GUILESS_MAIN(TestReferences)
#include "test_references.moc"
