// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/requestbody.h"

#include "catalog/request/commonnames.h"

using namespace Qt::StringLiterals;

namespace engine {

atlas::Submission requestFor(const batch::Job &job, const catalog::Model *model,
                             const JobLinks &links)
{
    const bool image = job.type == batch::MediaType::Image;
    catalog::Parameters parameters = catalog::parametersFor(job, model);
    if (!links.isEmpty()) {
        parameters = catalog::withLinks(parameters, model, [&links](const auto &input) {
            return links.value({input.address, input.kind}, input.address);
        });
    }
    QJsonObject body = parameters.toJson();
    body.insert("model"_L1, job.model);
    return {image ? atlas::Endpoint::GenerateImage : atlas::Endpoint::GenerateVideo, body};
}

} // namespace engine
