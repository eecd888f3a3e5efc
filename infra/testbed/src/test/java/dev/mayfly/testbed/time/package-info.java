/** What wrong clocks can and cannot do to the end of a container. */
package dev.mayfly.testbed.time;
