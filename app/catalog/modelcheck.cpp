// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/modelcheck.h"

#include "batch/jobcheck.h"
#include "catalog/request/commonnames.h"
#include "catalog/request/mediainputs.h"
#include "catalog/schemawords.h"

#include <QCoreApplication>

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;
using batch::Field;
using batch::Severity;

namespace {

/// As a schema counts them: an emoji is one.
qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

/// What the job says and what a model whose parameters nobody knows isn't told.
void warnUnsent(const QString &model, const batch::Job &job, QList<batch::Problem> &problems)
{
    const Parameters parameters = parametersFor(job, nullptr);
    for (const Unplaced &each : parameters.unplaced) {
        problems.append(
            {each.field, Severity::Warning,
             QCoreApplication::translate("catalog::ModelCheck",
                                         "The parameters of %1 aren't known: %2 is left out.")
                 .arg(model, batch::toKey(each.field))});
    }
}

/// What a model doesn't allow of a job; collects as it goes.
class ModelCheck
{
    Q_DECLARE_TR_FUNCTIONS(catalog::ModelCheck)
public:
    ModelCheck(const Model &model, const batch::Job &job, QList<batch::Problem> &problems)
        : m_model(model)
        , m_job(job)
        , m_problems(problems)
    {
    }

    void run()
    {
        if (m_model.type != m_job.type) {
            const bool makesImages = m_model.type == batch::MediaType::Image;
            error(Field::Model,
                  makesImages ? tr("%1 makes images, and this is a video job.").arg(name())
                              : tr("%1 makes videos, and this is an image job.").arg(name()));
            return;
        }
        if (!m_model.listed) {
            warn(Field::Model,
                 tr("%1 is no longer on Atlas Cloud's list and may be refused.").arg(name()));
        }
        if (m_job.params.contains("model"_L1))
            warn(Field::Params, tr("params can't change the model: \"model\" there is left out."));
        if (m_model.hasSchema)
            checkParameters();
        else
            warnUnsent(name(), m_job, m_problems);
        checkPictures();
    }

private:
    QString name() const { return m_model.displayName; }

    void error(Field field, const QString &message, const QString &parameter = {})
    {
        m_problems.append({field, Severity::Error, message, parameter});
    }

    void warn(Field field, const QString &message, const QString &parameter = {})
    {
        m_problems.append({field, Severity::Warning, message, parameter});
    }

    void checkParameters()
    {
        // batch::check asks for a prompt, whatever the model.
        if (!m_model.parameter(u"prompt")) {
            erase_if(m_problems, [](const auto &each) { return each.field == Field::Prompt; });
        }
        const Parameters parameters = withStandIns(parametersFor(m_job, &m_model), &m_model);
        for (const Parameter &each : m_model.parameters)
            checkParameter(each, parameters);
        for (const Filled &each : parameters.filled) {
            if (!m_model.parameter(each.name))
                refuseUnknown(each);
        }
        for (const Unplaced &each : parameters.unplaced)
            warnUnplaced(each);
    }

    void checkParameter(const Parameter &parameter, const Parameters &parameters)
    {
        const auto filled =
            std::find_if(parameters.filled.begin(), parameters.filled.end(),
                         [&parameter](const Filled &each) { return each.name == parameter.name; });
        const bool given = filled != parameters.filled.end();
        const QString wrong = given ? fault(parameter, filled->value) : QString();
        if (!wrong.isEmpty()) {
            error(filled->field, refusal(parameter, *filled, wrong), parameter.name);
        } else if (!given && parameter.required && parameter.defaultValue.isUndefined()) {
            miss(parameter);
        }
    }

    void miss(const Parameter &parameter)
    {
        const Field field = fieldOf(m_model, parameter);
        if (field == Field::Prompt && batch::hasError(m_problems)
            && std::any_of(m_problems.begin(), m_problems.end(),
                           [](const auto &each) { return each.field == Field::Prompt; }))
            return; // batch::check said so
        if (field == Field::Image) {
            error(field, tr("%1 starts from a picture: give its address as image.").arg(name()),
                  parameter.name);
            return;
        }
        error(field, tr("%1: %2 is missing.").arg(name(), inInterfaceLanguage(parameter.title)),
              parameter.name);
    }

    /// In words that fit the field where there are better ones than the schema's.
    QString refusal(const Parameter &parameter, const Filled &filled, const QString &wrong) const
    {
        const QJsonValue &value = filled.value;
        const bool isNumber = value.isDouble() && parameter.allowed.isEmpty();
        const bool tooLittle =
            isNumber && parameter.minimum && value.toDouble() < *parameter.minimum;
        const bool tooMuch = isNumber && parameter.maximum && value.toDouble() > *parameter.maximum;
        switch (filled.field) {
        case Field::Prompt:
            if (parameter.maxLength && characters(value.toString()) > *parameter.maxLength) {
                return tr("The prompt has %1 characters; %2 takes at most %3.")
                    .arg(characters(value.toString()))
                    .arg(name())
                    .arg(*parameter.maxLength);
            }
            break;
        case Field::Width:
        case Field::Height:
            if (tooLittle)
                return tr("%1 makes images of at least %2 px.").arg(name()).arg(*parameter.minimum);
            if (tooMuch)
                return tr("%1 makes images of at most %2 px.").arg(name()).arg(*parameter.maximum);
            break;
        case Field::Duration:
            if (tooLittle)
                return tr("%1 makes videos of at least %2 s.").arg(name()).arg(*parameter.minimum);
            if (tooMuch)
                return tr("%1 makes videos of at most %2 s.").arg(name()).arg(*parameter.maximum);
            break;
        default:
            break;
        }
        return tr("%1: %2 %3", "model: parameter must be ...")
            .arg(name(), inInterfaceLanguage(parameter.title), wrong);
    }

    void refuseUnknown(const Filled &filled)
    {
        QStringList names;
        for (const Parameter &each : m_model.parameters)
            names.append(each.name);
        const QString known = names.join(u", ");
        error(filled.field,
              names.isEmpty()
                  ? tr("%1 has no parameter \"%2\", nor any other.").arg(name(), filled.name)
                  : tr("%1 has no parameter \"%2\"; it has %3.").arg(name(), filled.name, known),
              filled.name);
    }

    void warnUnplaced(const Unplaced &unplaced)
    {
        const QString key = batch::toKey(unplaced.field);
        warn(unplaced.field,
             unplaced.parameter.isEmpty()
                 ? tr("%1 has no %2: it is left out.").arg(name(), key)
                 : tr("%1: %2 is left out, as something else that the job says fills %3.")
                       .arg(name(), key, unplaced.parameter),
             unplaced.parameter);
    }

    void checkPictures()
    {
        if (m_job.image && m_job.imageUrl && *m_job.image != *m_job.imageUrl) {
            warn(Field::ImageUrl, tr("image and image_url name two pictures: only image is sent."));
        }
    }

    const Model &m_model;
    const batch::Job &m_job;
    QList<batch::Problem> &m_problems;
};

} // namespace

QList<batch::Problem> check(const Catalog &catalog, const batch::Job &job)
{
    QList<batch::Problem> problems = batch::check(job);
    if (job.model.trimmed().isEmpty())
        return problems;
    if (const Model *model = catalog.find(job.model)) {
        ModelCheck(*model, job, problems).run();
    } else {
        problems.append(
            {Field::Model, Severity::Warning,
             QCoreApplication::translate("catalog::ModelCheck",
                                         "The catalog doesn't know \"%1\": its price is a guess.")
                 .arg(job.model)});
        warnUnsent(job.model, job, problems);
    }
    return problems;
}

} // namespace catalog
