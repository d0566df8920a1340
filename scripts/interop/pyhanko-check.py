"""Validates FILE by what it holds, with pyHanko as ETSI EN 319 102-1 §5.6.3 asks (LTA), trusting the roots in ROOTS.

Prints one complaint a line; nothing if every signature passes.
"""

import asyncio
import logging
import sys

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.registry import SimpleTrustManager


def specification(roots):
    rule = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=list(load_certs_from_pemder(roots))),
        revinfo_policy=CertRevTrustPolicy(RevocationCheckingPolicy(rule, rule)),
    )
    # With fetching on, pyHanko leaves the OCSP responses in the file unread when no responder answers.
    gathering = RevocationInfoGatheringSpec(RevinfoOnlineFetchingRule.LOCAL_ONLY)
    return PdfSignatureValidationSpec(
        SignatureValidationSpec(
            cert_validation_policy=policy, revinfo_gathering_policy=gathering
        )
    )


async def complaints(reader, spec):
    for signature in reader.embedded_regular_signatures:
        result = await ades_lta_validation(signature, spec)
        status = result.api_status
        if result.ades_subindic != AdESPassed.OK:
            yield f"{signature.field_name}: {result.ades_subindic} {result.failure_msg}"
        elif not (status.bottom_line and status.trusted and status.docmdp_ok):
            yield f"{signature.field_name}: {status.summary()}"
    last = reader.embedded_timestamp_signatures[-1]
    last.compute_integrity_info()
    if last.coverage.name != "ENTIRE_FILE":
        yield f"{last.field_name}: covers {last.coverage.name}"


async def main(file, *roots):
    logging.disable(logging.CRITICAL)
    with open(file, "rb") as stream:
        async for complaint in complaints(PdfFileReader(stream), specification(roots)):
            print(complaint)


asyncio.run(main(*sys.argv[1:]))
