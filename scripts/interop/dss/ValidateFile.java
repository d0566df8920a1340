import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;

/** Validates FILE with the EU's DSS, trusting the ROOTS. Prints one complaint a line. */
public class ValidateFile {
  public static void main(String[] arguments) {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    for (int index = 1; index < arguments.length; index++)
      trusted.addCertificate(DSSUtils.loadCertificate(new File(arguments[index])));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new FileDocument(arguments[0]));
    validator.setCertificateVerifier(verifier);
    SimpleReport report = validator.validateDocument().getSimpleReport();
    if (report.getSignatureIdList().isEmpty()) System.out.println("no signature found");
    for (String id : report.getSignatureIdList()) {
      Indication indication = report.getIndication(id);
      SignatureLevel level = report.getSignatureFormat(id);
      boolean passed = indication == Indication.TOTAL_PASSED && level == SignatureLevel.PAdES_BASELINE_LTA;
      if (passed) continue;
      System.out.println(
          report.getSignedBy(id) + ": " + indication + " " + report.getSubIndication(id) + " " + level
              + " " + report.getAdESValidationErrors(id).stream().map(each -> each.getValue()).toList());
    }
    for (String id : report.getTimestampIdList())
      if (report.getIndication(id) != Indication.PASSED)
        System.out.println("timestamp " + report.getProducedBy(id) + ": " + report.getIndication(id));
  }
}
