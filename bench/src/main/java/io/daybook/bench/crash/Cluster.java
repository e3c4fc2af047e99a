package io.daybook.bench.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The distributed shape on this machine: an Axon Server, a payment sandbox and several processes of each part, all on
 * 127.0.0.1. Whatever happens, none of them outlives this program.
 */
final class Cluster implements AutoCloseable {

    static final String OPERATOR_PASSWORD = "failover-" + UUID.randomUUID();

    private static final String LOOPBACK = "http://127.0.0.1:";
    private static final String READINESS = "/actuator/health/readiness";

    private final FailoverPlan plan;
    private final List<Instance> instances = new ArrayList<>();
    private final ServerProcess sandbox;
    private final int grpc;
    private final Thread hook = new Thread(this::killAll, "end-cluster");

    Cluster(FailoverPlan plan) throws IOException {
        this.plan = plan;
        int count =
                plan.instances().values().stream().mapToInt(Integer::intValue).sum();
        Iterator<Integer> ports = freePorts(count + 3).iterator();
        int http = ports.next();
        grpc = ports.next();
        instances.add(axonServer(http));
        int provider = ports.next();
        sandbox = process(
                "payment-sandbox",
                java(
                        sandboxJar(plan.root()),
                        List.of(
                                "--port",
                                String.valueOf(provider),
                                "--data",
                                dataDirectory().toString())),
                Map.of(),
                provider,
                "/v1/health");
        Map<String, String> environment = environment(provider);
        for (Part part : Part.values()) {
            for (int i = 1; i <= plan.instances().getOrDefault(part, 0); i++) {
                instances.add(instance(part, part + "-" + i, ports.next(), environment));
            }
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Where the sandbox lies after {@code mvn package}. */
    static Path sandboxJar(Path root) {
        return root.resolve("payment-sandbox/target/payment-sandbox-app.jar");
    }

    private Path dataDirectory() {
        return plan.data().toAbsolutePath();
    }

    private Instance axonServer(int http) throws IOException {
        Path directory = Files.createDirectories(dataDirectory().resolve("axonserver"));
        List<String> command = List.of(plan.axonServer()
                .strip()
                .replace("{http}", String.valueOf(http))
                .replace("{grpc}", String.valueOf(grpc))
                .replace("{data}", directory.toString())
                .split("\\s+"));
        return new Instance(
                Part.AXONSERVER, "axonserver", process("axonserver", command, Map.of(), http, "/actuator/health"));
    }

    private Map<String, String> environment(int provider) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AXON_AXONSERVER_SERVERS", axonServerAddress());
        for (String database : List.of("stores", "views", "accounts", "operations")) {
            environment.put(
                    "DAYBOOK_" + database.toUpperCase(Locale.ROOT) + "_URI",
                    plan.mongo().replace("{database}", "daybook-failover-" + plan.seed() + "-" + database));
        }
        environment.put("DAYBOOK_PAYMENT_PROVIDER_URL", LOOPBACK + provider);
        environment.put("DAYBOOK_OPERATOR_PASSWORD", OPERATOR_PASSWORD);
        environment.put("DAYBOOK_ACTUATOR_PASSWORD", OPERATOR_PASSWORD);
        return environment;
    }

    private Instance instance(Part part, String name, int port, Map<String, String> environment) {
        List<String> options = new ArrayList<>(part.options());
        options.add("--server.port=" + port);
        options.add("--axon.axonserver.client-id=" + name);
        options.add("--axon.axonserver.component-name=" + part);
        return new Instance(
                part, name, process(name, java(part.jar(plan.root()), options), environment, port, READINESS));
    }

    private List<String> java(Path jar, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(javaProgram());
        command.addAll(plan.javaOptions());
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(options);
        return command;
    }

    static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private ServerProcess process(
            String name, List<String> command, Map<String, String> environment, int port, String healthPath) {
        Path log = dataDirectory().resolve(name + ".log");
        return new ServerProcess(command, environment, log, URI.create(LOOPBACK + port), healthPath);
    }

    /** Starts everything, the platform's own processes at once, and waits until all are ready. */
    void start() throws IOException {
        sandbox.launch();
        for (Instance instance : instances) {
            instance.process().launch();
            if (instance.part() == Part.AXONSERVER) {
                instance.process().awaitReady(plan.ready());
                sandbox.awaitReady(plan.ready());
            }
        }
        for (Instance instance : instances) {
            instance.process().awaitReady(plan.ready());
        }
    }

    List<Instance> instances() {
        return Collections.unmodifiableList(instances);
    }

    List<Instance> of(Part part) {
        return instances.stream().filter(instance -> instance.part() == part).toList();
    }

    String axonServerAddress() {
        return "127.0.0.1:" + grpc;
    }

    Path books() {
        return dataDirectory().resolve("payments.db");
    }

    /** Asks the platform's own processes to end, the UIs first; returns the names of those that had to be killed. */
    List<String> stopOurs() throws InterruptedException {
        List<Instance> ours =
                new ArrayList<>(instances.stream().filter(i -> i.part().ours()).toList());
        Collections.reverse(ours);
        List<String> killed = new ArrayList<>();
        for (Instance instance : ours) {
            if (!instance.process().stop()) {
                killed.add(instance.name());
            }
        }
        return killed;
    }

    /** Asks the sandbox to end, so that its books can be read. */
    void stopSandbox() throws InterruptedException {
        sandbox.stop();
    }

    private void killAll() {
        instances.forEach(instance -> instance.process().close());
        sandbox.close();
    }

    @Override
    public void close() {
        killAll();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** Ports that nobody uses now, all different. */
    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
