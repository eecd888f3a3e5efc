/**
 * The commands of the {@code mayfly} program that need nothing but a party's side. Each is a picocli class in a package of
 * its own; {@code infra/local} puts them beside those of the local network. They
 * are {@link dev.mayfly.cli.keys.KeysCommand} and {@link dev.mayfly.cli.contact.ContactCommand},
 * {@link dev.mayfly.cli.audit.AuditCommand}, and offline
 * {@link dev.mayfly.cli.conformance.ConformanceCommand} and {@link dev.mayfly.cli.evidence.EvidenceCommand}.
 */
package dev.mayfly.cli;
