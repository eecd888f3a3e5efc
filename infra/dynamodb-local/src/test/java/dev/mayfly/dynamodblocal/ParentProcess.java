package dev.mayfly.dynamodblocal;

import java.io.IOException;

/** A program that starts the engine, tells its process id, and waits to be killed. */
final class ParentProcess {
    private ParentProcess() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(DynamoDbLocal.start().pid());
        System.in.read();
    }
}
