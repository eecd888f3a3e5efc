/**
 * What native-image must be told of the AWS SDK: on Java nothing here is ever loaded. {@code META-INF/native-image} beside it
 * has the SDK initialised when the program starts.
 */
package dev.mayfly.awsnative;
