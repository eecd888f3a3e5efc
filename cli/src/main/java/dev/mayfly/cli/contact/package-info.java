/**
 * {@code mayfly contact}: contacts in files and in the user's pins. Start with
 * {@link dev.mayfly.cli.contact.ContactCommand}; {@code export}, {@code import}, {@code show} and {@code accept} are its
 * commands. The fingerprint is what two people compare another way.
 */
package dev.mayfly.cli.contact;
